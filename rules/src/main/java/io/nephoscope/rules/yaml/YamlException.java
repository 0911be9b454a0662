package io.nephoscope.rules.yaml;

import java.util.List;

/**
 * A file does not say what it should. The message is one sentence that names the file, the line, the column and the mend; where
 * there are several faults, each has a line of its own.
 */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlException(String message) {
        super(message);
    }

    public YamlException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Several faults as one, in the order given. */
    public static YamlException of(List<YamlException> faults) {
        return faults.size() == 1
                ? faults.get(0)
                : new YamlException(String.join(
                        "\n", faults.stream().map(Throwable::getMessage).toList()));
    }
}
