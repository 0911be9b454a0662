/** YAML that remembers where every value stands, so that an error can name file, line and column. */
@NullMarked
package io.nephoscope.yaml;

import org.jspecify.annotations.NullMarked;
