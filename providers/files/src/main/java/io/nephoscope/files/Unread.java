package io.nephoscope.files;

import io.nephoscope.inventory.doc.Text;

/**
 * In place of a value that stands in a file and cannot be read.
 *
 * @param reason one clause that says what is wrong and what would mend it
 */
record Unread(Text reason) {}
