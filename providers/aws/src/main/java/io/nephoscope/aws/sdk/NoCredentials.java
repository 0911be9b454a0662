package io.nephoscope.aws.sdk;

/** There are no credentials any more with which to sign: a sign-in that ended, a role that is not given any longer. */
public final class NoCredentials extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoCredentials(String message, Throwable cause) {
        super(message, cause);
    }
}
