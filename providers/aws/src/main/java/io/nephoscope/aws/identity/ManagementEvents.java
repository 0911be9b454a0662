package io.nephoscope.aws.identity;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The management events that one event selector records, be it basic or advanced.
 *
 * @param excluded the event sources that it leaves out
 */
record ManagementEvents(boolean reads, boolean writes, Set<String> excluded) {

    /** What no selector of a trail records: {@code read-events}, {@code write-events}, or {@code source:} and an event source. */
    static List<String> gaps(Object basic, Object advanced) {
        List<ManagementEvents> recorded = Stream.concat(
                        selectors(basic).flatMap(it -> ofBasic(it).stream()),
                        selectors(advanced).flatMap(it -> ofAdvanced(it).stream()))
                .toList();
        List<String> gaps = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        gap("read-events", recorded.stream().filter(ManagementEvents::reads).toList(), gaps, sources);
        gap("write-events", recorded.stream().filter(ManagementEvents::writes).toList(), gaps, sources);
        sources.forEach(source -> gaps.add("source:" + source));
        return gaps;
    }

    /** A source is missing where every selector that would record such events excludes it. */
    private static void gap(String name, List<ManagementEvents> recorded, List<String> gaps, Set<String> sources) {
        if (recorded.isEmpty()) {
            gaps.add(name);
            return;
        }
        Set<String> everywhere = new HashSet<>(recorded.get(0).excluded());
        recorded.forEach(selector -> everywhere.retainAll(selector.excluded()));
        sources.addAll(everywhere);
    }

    private static Stream<Doc> selectors(Object field) {
        return field instanceof DocList list ? list.docs() : Stream.empty();
    }

    /** Where the provider leaves a setting out, its documented default holds: management events are recorded, all of them. */
    private static Optional<ManagementEvents> ofBasic(Doc selector) {
        if (selector.get("IncludeManagementEvents").equals(false)) {
            return Optional.empty();
        }
        String type = selector.text("ReadWriteType");
        return Optional.of(new ManagementEvents(
                !type.equals("WriteOnly"), !type.equals("ReadOnly"), texts(selector, "ExcludeManagementEventSources")));
    }

    /** A filter that is neither the category, nor read-only, nor an excluded source narrows the selector in a way not counted on. */
    private static Optional<ManagementEvents> ofAdvanced(Doc selector) {
        boolean management = false;
        boolean reads = true;
        boolean writes = true;
        Set<String> excluded = new TreeSet<>();
        for (Doc filter : selector.list("FieldSelectors").docs().toList()) {
            Set<String> equal = texts(filter, "Equals");
            switch (filter.text("Field")) {
                case "eventCategory" -> management = equal.contains("Management");
                case "readOnly" -> {
                    reads &= equal.contains("true");
                    writes &= equal.contains("false");
                }
                case "eventSource" -> {
                    excluded.addAll(texts(filter, "NotEquals"));
                    if (!isOnly(filter, "NotEquals")) {
                        return Optional.empty();
                    }
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return management ? Optional.of(new ManagementEvents(reads, writes, excluded)) : Optional.empty();
    }

    private static boolean isOnly(Doc filter, String operator) {
        return filter.keys().stream()
                .allMatch(key -> key.equals("Field")
                        || key.equals(operator)
                        || texts(filter, key).isEmpty());
    }

    private static Set<String> texts(Doc doc, String key) {
        return new TreeSet<>(doc.list(key).texts().toList());
    }
}
