/** Assets that no cloud API lists, brought in from files. */
@NullMarked
package io.nephoscope.files;

import org.jspecify.annotations.NullMarked;
