/** The standard model and the provider SPI: knows no cloud and no rule. */
@NullMarked
package io.nephoscope.inventory;

import org.jspecify.annotations.NullMarked;
