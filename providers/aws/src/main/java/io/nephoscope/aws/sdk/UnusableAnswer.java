package io.nephoscope.aws.sdk;

/** An answer that says nothing of what was asked. */
final class UnusableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableAnswer(String message) {
        super(message);
    }
}
