package io.nephoscope.rules;

/** What a rule says of an asset. */
public enum Verdict {
    /** Read, and good. */
    PASS,
    /** Read, and not good. */
    FAIL,
    /** Not read, or not whole enough to tell. */
    UNKNOWN,
    /** The rule does not speak of such an asset. */
    NOT_APPLICABLE,
    /** A person must attest it. */
    MANUAL
}
