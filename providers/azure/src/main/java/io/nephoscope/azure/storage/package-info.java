/** Storage accounts. */
@NullMarked
package io.nephoscope.azure.storage;

import org.jspecify.annotations.NullMarked;
