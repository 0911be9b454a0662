package io.nephoscope.jdcloud.api;

/** An answer came from which nothing can be learnt, and asking again would bring the same. */
public final class UnusableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableAnswer(String message) {
        super(message);
    }
}
