package io.nephoscope.snapshot;

/**
 * Where in the file of assets one stands.
 *
 * @param offset of its first byte
 * @param length in bytes
 */
record Place(String uid, String account, String region, int line, long offset, int length) {}
