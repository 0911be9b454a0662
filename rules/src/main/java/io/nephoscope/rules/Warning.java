package io.nephoscope.rules;

import io.nephoscope.inventory.doc.Text;

/**
 * Something that is odd about a statement, for whoever keeps it.
 *
 * @param file the name of the file in which the statement stands, without its folder
 * @param line from 1
 */
public record Warning(String file, int line, Text message) {}
