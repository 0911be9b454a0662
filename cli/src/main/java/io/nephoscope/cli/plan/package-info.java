/** Which calls a demand costs: before anything is sent, and afterwards beside those that were made. */
@NullMarked
package io.nephoscope.cli.plan;

import org.jspecify.annotations.NullMarked;
