/** What the page carries in itself: every finding and every asset, packed, for the script that shows them. */
@NullMarked
package io.nephoscope.cli.report.html.embed;

import org.jspecify.annotations.NullMarked;
