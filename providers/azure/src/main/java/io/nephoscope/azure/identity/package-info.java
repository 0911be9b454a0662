/** Who may do what. */
@NullMarked
package io.nephoscope.azure.identity;

import org.jspecify.annotations.NullMarked;
