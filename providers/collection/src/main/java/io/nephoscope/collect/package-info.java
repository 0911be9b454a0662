/** Demand-driven collection: the chosen fields say which calls are made. */
@NullMarked
package io.nephoscope.collect;

import org.jspecify.annotations.NullMarked;
