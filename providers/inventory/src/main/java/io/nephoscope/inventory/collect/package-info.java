/** Demand-driven collection: the chosen fields say which calls are made. */
@NullMarked
package io.nephoscope.inventory.collect;

import org.jspecify.annotations.NullMarked;
