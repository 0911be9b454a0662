/** The folder between collecting and evaluating, appended to while collecting. */
@NullMarked
package io.nephoscope.snapshot;

import org.jspecify.annotations.NullMarked;
