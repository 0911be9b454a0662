package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of a list, and what it says of the pages behind it, at a place: a path of its answer, or {@code header.X}.
 *
 * @param total how many items there are on all pages; empty where nobody counts
 */
record Page(List<Object> items, Optional<Long> total, RestClient.Answer answer) {
    private static final String HEADER = "header.";

    /** Where the next page is, by the link of that relation where a header says several. */
    Object link(String place) {
        Object said = said(place);
        return said instanceof String text ? Link.in(text).orElse("") : said;
    }

    Object said(String place) {
        return place.startsWith(HEADER) ? header(place).orElse("") : Paths.get(answer.result(), place);
    }

    /** Whether the answer has the place, if only with nothing in it. */
    boolean has(String place) {
        int dot = place.lastIndexOf('.');
        Object around = dot < 0 ? answer.result() : Paths.get(answer.result(), place.substring(0, dot));
        return place.startsWith(HEADER)
                ? header(place).isPresent()
                : around instanceof Doc doc && doc.has(place.substring(dot + 1));
    }

    private Optional<String> header(String place) {
        return answer.reply().header(place.substring(HEADER.length()).toLowerCase(Locale.ROOT));
    }
}
