/** How JD Cloud is asked: the catalogue's form, signatures, pages, errors. */
@NullMarked
package io.nephoscope.jdcloud.api;

import org.jspecify.annotations.NullMarked;
