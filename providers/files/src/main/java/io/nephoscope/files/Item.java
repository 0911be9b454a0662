package io.nephoscope.files;

import java.util.Map;

/**
 * An asset as a file holds it, before anything is read of it.
 *
 * @param line where it begins, from 1
 * @param values texts and JSON values, by the file's own names; without those that are empty
 */
record Item(long line, Map<String, Object> values) {}
