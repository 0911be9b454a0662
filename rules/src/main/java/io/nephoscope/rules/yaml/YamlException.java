package io.nephoscope.rules.yaml;

/** A file does not say what it should. The message is one sentence that names the file, the line, the column and the mend. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlException(String message) {
        super(message);
    }

    public YamlException(String message, Throwable cause) {
        super(message, cause);
    }
}
