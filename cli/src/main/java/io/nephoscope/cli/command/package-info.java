/** The commands and their options. */
@NullMarked
package io.nephoscope.cli.command;

import org.jspecify.annotations.NullMarked;
