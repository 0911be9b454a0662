/** The one place through which every cloud call goes: declared, limited, bounded, retried, journalled. */
@NullMarked
package io.nephoscope.inventory.gateway;

import org.jspecify.annotations.NullMarked;
