package io.nephoscope.cli.scan;

/** There is nothing that could be scanned. The message is for the user: a sentence for each account, which names the mend. */
public final class ScanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScanException(String message) {
        super(message);
    }
}
