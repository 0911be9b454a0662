/** JD Cloud: signed REST, and the S3 protocol for what is in its object storage. */
@NullMarked
package io.nephoscope.jdcloud;

import org.jspecify.annotations.NullMarked;
