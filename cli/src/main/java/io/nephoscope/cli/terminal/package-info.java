/** The terminal: what it can show, and the one line that lives at its foot while a scan runs. */
@NullMarked
package io.nephoscope.cli.terminal;

import org.jspecify.annotations.NullMarked;
