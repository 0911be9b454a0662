package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** An answer came from which nothing can be learnt, and asking again would bring the same. */
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
