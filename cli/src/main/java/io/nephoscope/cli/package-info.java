/** The command line, the reports and the gate: the only place that prints, exits, or reads the environment. */
@NullMarked
package io.nephoscope.cli;

import org.jspecify.annotations.NullMarked;
