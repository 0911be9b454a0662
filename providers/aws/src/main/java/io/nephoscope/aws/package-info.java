/** AWS over the SDK for Java: knows inventory and its SDK, and no other cloud. */
@NullMarked
package io.nephoscope.aws;

import org.jspecify.annotations.NullMarked;
