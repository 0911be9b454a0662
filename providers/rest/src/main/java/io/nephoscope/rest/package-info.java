/** Sources of assets that files describe: whatever answers in JSON over HTTP joins without a line of Java. */
@NullMarked
package io.nephoscope.rest;

import org.jspecify.annotations.NullMarked;
