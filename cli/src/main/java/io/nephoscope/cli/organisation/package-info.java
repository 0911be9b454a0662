/** Whom to ask: the organisation file, its branches and accounts. */
@NullMarked
package io.nephoscope.cli.organisation;

import org.jspecify.annotations.NullMarked;
