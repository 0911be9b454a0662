package io.nephoscope.cli.command;

import io.nephoscope.inventory.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few values, named by their labels. */
final class Choice<E> implements ITypeConverter<E> {
    private final Map<String, E> byLabel = new LinkedHashMap<>();

    Choice(E[] values, Function<E, String> label) {
        for (E value : values) {
            byLabel.put(label.apply(value), value);
        }
    }

    @Override
    public E convert(String given) {
        E value = byLabel.get(given);
        if (value == null) {
            throw new TypeConversionException("there is no " + given
                    + Suggestion.didYouMean(given, byLabel.keySet()).en() + "; choose one of "
                    + String.join(", ", byLabel.keySet()));
        }
        return value;
    }
}
