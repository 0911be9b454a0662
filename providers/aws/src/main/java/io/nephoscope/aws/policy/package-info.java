/** What resource policies say, as far as rules need to know it. */
@NullMarked
package io.nephoscope.aws.policy;

import org.jspecify.annotations.NullMarked;
