/**
 * Expressions: CEL, parsed and type-checked by dev.cel against the schemas of the asset types, then brought down to a form of our own,
 * which can be kept as bytes: what reads these makes closures over documents of them, evaluated in three-valued logic, and needs
 * nothing of dev.cel. A value at run time is a String, Long, Double, Boolean, Instant, Duration, Doc,
 * DocList or Subject, or an Unknown; an error is an Unknown as well, so that it travels the same way.
 */
@NullMarked
package io.nephoscope.expression;

import org.jspecify.annotations.NullMarked;
