package io.nephoscope.cli.scan;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** There is nothing that could be scanned. The message is for the user: a sentence for each account, which names the mend. */
public final class ScanException extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public ScanException(Text message) {
        super(message.en());
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }
}
