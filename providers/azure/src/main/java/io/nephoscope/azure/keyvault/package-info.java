/** Key vaults, and the keys and secrets in them. */
@NullMarked
package io.nephoscope.azure.keyvault;

import org.jspecify.annotations.NullMarked;
