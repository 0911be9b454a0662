/** Reports: what a scan saw, what it did not see, and what the rules made of it. Nothing here reads a clock or the environment. */
@NullMarked
package io.nephoscope.cli.report;

import org.jspecify.annotations.NullMarked;
