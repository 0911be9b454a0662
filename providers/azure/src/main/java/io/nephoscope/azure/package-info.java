/** Microsoft Azure: Resource Graph in bulk, and the Resource Manager for what it does not hold. */
@NullMarked
package io.nephoscope.azure;

import org.jspecify.annotations.NullMarked;
