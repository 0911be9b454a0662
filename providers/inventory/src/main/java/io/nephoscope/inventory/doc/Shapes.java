package io.nephoscope.inventory.doc;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The shapes of one body of documents. Keys that users choose (tags, labels) could make shapes without end, so that past a bound
 * new ones are no longer shared.
 */
public final class Shapes {
    private static final int MOST_SHARED = 20_000;

    private final Shape root = Shape.root();
    private final AtomicInteger steps = new AtomicInteger();

    Shape root() {
        return root;
    }

    Shape step(Shape from, String key) {
        return from.with(key, steps.incrementAndGet() < MOST_SHARED || from.size() < 1);
    }
}
