/** The HTTP transport that clouds without an SDK share: trust, proxies, bounds, signatures. */
@NullMarked
package io.nephoscope.http;

import org.jspecify.annotations.NullMarked;
