package io.nephoscope.rules.yaml;

import java.util.List;

/**
 * A file does not say what it should. The message is one sentence that names the file, the line, the column and the mend; where
 * there are several faults, each has a line of its own.
 */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlException(String message) {
        super(line(message));
    }

    public YamlException(String message, Throwable cause) {
        super(line(message), cause);
    }

    private YamlException(List<String> faults) {
        super(String.join("\n", faults));
    }

    /** What the file says stands in the message too, whatever it is. */
    private static String line(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }

    /** Several faults as one, in the order given. */
    public static YamlException of(List<YamlException> faults) {
        return faults.size() == 1
                ? faults.get(0)
                : new YamlException(faults.stream().map(Throwable::getMessage).toList());
    }
}
