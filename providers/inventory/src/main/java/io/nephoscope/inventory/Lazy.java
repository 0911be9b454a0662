package io.nephoscope.inventory;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is worked out once, when it is first asked for. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile Optional<T> known = Optional.empty();

    public Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (known.isEmpty()) {
            resolve();
        }
        return known.orElseThrow();
    }

    private synchronized void resolve() {
        if (known.isEmpty()) {
            known = Optional.of(source.get());
        }
    }
}
