/** Address ranges, and what firewalls let in from the Internet: pure arithmetic, no calls, the same for every cloud. */
@NullMarked
package io.nephoscope.inventory.network;

import org.jspecify.annotations.NullMarked;
