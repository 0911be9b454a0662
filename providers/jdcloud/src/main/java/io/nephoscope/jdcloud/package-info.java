/** JD Cloud: signed REST. */
@NullMarked
package io.nephoscope.jdcloud;

import org.jspecify.annotations.NullMarked;
