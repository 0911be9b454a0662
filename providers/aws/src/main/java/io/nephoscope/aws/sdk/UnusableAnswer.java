package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** An answer that says nothing of what was asked. */
final class UnusableAnswer extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    UnusableAnswer(Text message) {
        super(message.en());
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }
}
