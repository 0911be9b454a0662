package io.nephoscope.inventory.doc;

import java.io.IOException;

/** In an object of JSON a key stands twice, so that readers differ in what it says. */
public final class DoubledKeyException extends IOException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    DoubledKeyException(String key) {
        this(Text.of("the key {0} stands twice", "键 {0} 出现两次", key));
    }

    private DoubledKeyException(Text text) {
        super(text.en());
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
