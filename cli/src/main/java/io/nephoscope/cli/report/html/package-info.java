/** The page for people: what the templates show, ready to be shown. Texts here are already safe to look at, not yet escaped. */
@NullMarked
package io.nephoscope.cli.report.html;

import org.jspecify.annotations.NullMarked;
