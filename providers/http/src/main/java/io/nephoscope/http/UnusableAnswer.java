package io.nephoscope.http;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** Something came, and asking again would bring the same. The message says what is wrong with it. */
public final class UnusableAnswer extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public UnusableAnswer(Text message) {
        super(message.en());
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }
}
