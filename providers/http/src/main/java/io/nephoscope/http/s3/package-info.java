/** The S3 protocol, as object storages of many clouds speak it. */
@NullMarked
package io.nephoscope.http.s3;

import org.jspecify.annotations.NullMarked;
