package io.nephoscope.rules;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** Rules cannot be chosen as asked, or findings not be read or written. The message is one sentence for the user, with the mend. */
public final class RuleException extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public RuleException(Text message) {
        super(message.en());
        this.text = message;
    }

    public RuleException(Text message, Throwable cause) {
        super(message.en(), cause);
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }
}
