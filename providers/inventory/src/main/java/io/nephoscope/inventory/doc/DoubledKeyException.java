package io.nephoscope.inventory.doc;

import java.io.IOException;

/** In an object of JSON a key stands twice, so that readers differ in what it says. */
public final class DoubledKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    DoubledKeyException(String key) {
        super("the key " + key + " stands twice");
    }
}
