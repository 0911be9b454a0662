package io.nephoscope.rules.expression;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, and kept. Two threads may do so at once, and come to the same. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile Optional<T> known = Optional.empty();

    public Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (known.isEmpty()) {
            known = Optional.of(source.get());
        }
        return known.orElseThrow();
    }
}
