package io.nephoscope.http;

/** Something came, and asking again would bring the same. The message says what is wrong with it. */
public final class UnusableReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableReply(String message) {
        super(message);
    }
}
