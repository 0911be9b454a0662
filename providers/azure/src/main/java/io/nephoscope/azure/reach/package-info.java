/** Who gets to a service from outside: its public endpoint, and the firewall behind it. */
@NullMarked
package io.nephoscope.azure.reach;

import org.jspecify.annotations.NullMarked;
