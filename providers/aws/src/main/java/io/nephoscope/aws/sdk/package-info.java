/** Between the AWS SDK and the gateway: clients, declared calls, errors, and response objects as documents. */
@NullMarked
package io.nephoscope.aws.sdk;

import org.jspecify.annotations.NullMarked;
