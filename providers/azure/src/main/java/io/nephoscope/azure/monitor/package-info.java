/** What is recorded, and who is told. */
@NullMarked
package io.nephoscope.azure.monitor;

import org.jspecify.annotations.NullMarked;
