/** What security groups and network ACLs let in from the Internet, and the addresses of machines: no calls. */
@NullMarked
package io.nephoscope.aws.network;

import org.jspecify.annotations.NullMarked;
