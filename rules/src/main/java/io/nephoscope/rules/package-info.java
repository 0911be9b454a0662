/** The rule engine: reads YAML, type-checks, compiles and evaluates. Knows inventory, knows no cloud. */
@NullMarked
package io.nephoscope.rules;

import org.jspecify.annotations.NullMarked;
