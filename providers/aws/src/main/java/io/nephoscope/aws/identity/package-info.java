/** What identity settings mean: pure functions over what was read. */
@NullMarked
package io.nephoscope.aws.identity;

import org.jspecify.annotations.NullMarked;
