/** The folder between collecting and evaluating, appended to while collecting. */
@NullMarked
package io.nephoscope.inventory.snapshot;

import org.jspecify.annotations.NullMarked;
