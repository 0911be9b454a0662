/** The compact document that rules read: trees with shared key shapes and three-valued fields. */
@NullMarked
package io.nephoscope.inventory.doc;

import org.jspecify.annotations.NullMarked;
