/** From an organisation and a demand to a snapshot: every account is reached, or replayed, and read. */
@NullMarked
package io.nephoscope.cli.scan;

import org.jspecify.annotations.NullMarked;
