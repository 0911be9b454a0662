package io.nephoscope.cli.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What may fail in one scan, since nothing needs two of it: what the scan says of each is what it would say if that one alone failed.
 */
public final class Colours {
    private Colours() {}

    /**
     * All of it, in as few groups as taking the one that meets most others first makes.
     *
     * @param meet whether something needs both
     */
    public static <T> List<List<T>> of(Collection<T> all, BiPredicate<T, T> meet) {
        Map<T, List<T>> met = new LinkedHashMap<>();
        all.forEach(one ->
                met.put(one, all.stream().filter(other -> meet.test(one, other)).toList()));
        List<List<T>> groups = new ArrayList<>();
        met.keySet().stream()
                .sorted(Comparator.comparingInt((T one) -> met.get(one).size()).reversed())
                .forEach(one -> groups.stream()
                        .filter(group -> met.get(one).stream().noneMatch(group::contains))
                        .findFirst()
                        .orElseGet(() -> {
                            List<T> group = new ArrayList<>();
                            groups.add(group);
                            return group;
                        })
                        .add(one));
        return groups;
    }
}
