package io.nephoscope.yaml;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file does not say what it should. The message is one sentence that names the file, the line, the column and the mend; where
 * there are several faults, each has a line of its own.
 */
public final class YamlException extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public YamlException(Text message) {
        this(message, null);
    }

    public YamlException(Text message, @Nullable Throwable cause) {
        super(line(message.en()), cause);
        this.text = message.map(YamlException::line);
    }

    private YamlException(List<Text> faults) {
        super(Text.lines(faults).en());
        this.text = Text.lines(faults);
    }

    @Override
    public Text text() {
        return text;
    }

    /** What the file says stands in the message too, whatever it is. */
    private static String line(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }

    /** Several faults as one, in the order given. */
    public static YamlException of(List<YamlException> faults) {
        return faults.size() == 1
                ? faults.get(0)
                : new YamlException(faults.stream().map(YamlException::text).toList());
    }
}
