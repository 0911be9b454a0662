package io.nephoscope.azure.replay;

/** Ways in which an answer of Azure may fail. */
public enum AzureFault {
    /** The caller lacks the permission: Resource Graph leaves out what it grants, and everything else is refused. */
    DENIED,
    /** 429, and when to come back. */
    THROTTLED,
    /** 500 with the error of the book. */
    SERVER_ERROR,
    /** The page of a proxy. */
    HTML,
    /** An error as the storage services write theirs. */
    XML,
    /** An error that nobody has heard of. */
    UNKNOWN_ERROR,
    /** An answer without a body. */
    EMPTY,
    /** An answer that ends in the middle. */
    CUT,
    /** No answer at all. */
    HANGING
}
