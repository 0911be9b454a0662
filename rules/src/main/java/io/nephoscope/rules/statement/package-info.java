/** What people state and answer for with their names: attestations of what nobody could read, and waivers of what failed. */
@NullMarked
package io.nephoscope.rules.statement;

import org.jspecify.annotations.NullMarked;
