/** Files that are written: whole or not at all, and for the eyes of their owner. */
@NullMarked
package io.nephoscope.inventory.output;

import org.jspecify.annotations.NullMarked;
