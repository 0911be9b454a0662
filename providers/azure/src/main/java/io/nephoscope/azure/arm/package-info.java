/** How the Resource Manager and Resource Graph are spoken to: calls, pages, errors, and what a credential may see. */
@NullMarked
package io.nephoscope.azure.arm;

import org.jspecify.annotations.NullMarked;
