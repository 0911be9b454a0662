/**
 * Services that answer in JSON over HTTP, described by a file: where they answer, how they sign, page and refuse, and the only calls
 * that can be sent to them. Files of types name those calls.
 */
@NullMarked
package io.nephoscope.http.rest;

import org.jspecify.annotations.NullMarked;
