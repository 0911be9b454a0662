package io.nephoscope.cli.report.html.embed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Different values, each with the number by which rows name it: in the order in which they came, from 0. */
final class Numbered<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    int of(T value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        numbers.put(value, numbers.size());
        return numbers.size() - 1;
    }

    Set<T> values() {
        return numbers.keySet();
    }
}
