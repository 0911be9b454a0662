/**
 * Resource types as data: what a file of YAML says of a type becomes its declaration. How a cloud is asked is its {@link
 * io.nephoscope.types.Dialect}'s; everything else that a file may say is the same for all of them and is read here.
 */
@NullMarked
package io.nephoscope.types;

import org.jspecify.annotations.NullMarked;
