package io.nephoscope.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** A consumer that writes. */
@FunctionalInterface
public interface IoConsumer<T> {
    void accept(T item) throws IOException;

    /** The same for walks that know no {@link IOException}: it travels through them as an {@link UncheckedIOException}. */
    static <T> Consumer<T> unchecked(IoConsumer<T> consumer) {
        return item -> {
            try {
                consumer.accept(item);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
