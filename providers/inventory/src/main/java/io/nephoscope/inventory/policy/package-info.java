/** Policies in JSON of statements that allow and deny: one grammar, of which clouds differ in parameters. Knows no cloud. */
@NullMarked
package io.nephoscope.inventory.policy;

import org.jspecify.annotations.NullMarked;
