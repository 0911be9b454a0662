/** Databases. */
@NullMarked
package io.nephoscope.azure.database;

import org.jspecify.annotations.NullMarked;
