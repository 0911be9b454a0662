/** The ways in which services want to know who asks: pure functions from a request and a time to the signed request. */
@NullMarked
package io.nephoscope.http.sign;

import org.jspecify.annotations.NullMarked;
