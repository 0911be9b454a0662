package io.nephoscope.aws.identity;

import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a trail leaves unrecorded of the management events of an account. */
public final class TrailCoverage {
    private TrailCoverage() {}

    /** Whether nothing is left unrecorded: one gap that was seen decides it, whatever else was not read. */
    public static Object complete(Attributes trail) {
        DocList gaps = gaps(trail);
        if (gaps.texts().findAny().isPresent()) {
            return false;
        }
        return gaps.stream()
                .map(Unknown.class::cast)
                .reduce(Unknown::and)
                .<Object>map(unread -> unread)
                .orElse(true);
    }

    /**
     * Each gap by name: {@code other-regions}, {@code not-logging}, {@code delivery-error}, {@code read-events}, {@code write-events},
     * or {@code source:} and the event source that is excluded; an unknown stands for the gaps that could not be looked for.
     */
    public static DocList gaps(Attributes trail) {
        List<Object> gaps = new ArrayList<>();
        look(trail.get("IsMultiRegionTrail"), gaps, multi -> multi.equals(true) ? List.of() : List.of("other-regions"));
        look(trail.get("TrailStatus"), gaps, status -> standstill((Doc) status));
        look(
                trail.get("EventSelectors"),
                gaps,
                basic -> trail.get("AdvancedEventSelectors") instanceof Unknown unread
                        ? List.of(unread)
                        : ManagementEvents.gaps(basic, trail.get("AdvancedEventSelectors")));
        return DocList.copyOf(gaps);
    }

    private static void look(Object field, List<Object> gaps, Function<Object, List<?>> question) {
        gaps.addAll(field instanceof Unknown unread ? List.of(unread) : question.apply(field));
    }

    private static List<String> standstill(Doc status) {
        List<String> gaps = new ArrayList<>();
        if (!status.get("IsLogging").equals(true)) {
            gaps.add("not-logging");
        }
        if (!status.text("LatestDeliveryError").isEmpty()) {
            gaps.add("delivery-error");
        }
        return gaps;
    }
}
