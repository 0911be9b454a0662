/** Address ranges, and what firewalls let in from the Internet: pure arithmetic, no calls. */
@NullMarked
package io.nephoscope.aws.network;

import org.jspecify.annotations.NullMarked;
