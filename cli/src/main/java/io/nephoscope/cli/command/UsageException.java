package io.nephoscope.cli.command;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** What was asked for cannot be done as it was asked. The message is one sentence for the user that names the mend. */
final class UsageException extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    UsageException(Text message) {
        super(message.en());
        this.text = message;
    }

    UsageException(Text message, Throwable cause) {
        super(message.en(), cause);
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }
}
