package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.doc.Doc;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a product asks for pages, and where it says how many items there are: nearly each has a way of its own.
 *
 * @param place where the number and the size of the page are written
 * @param number the name of the page's number, which begins with 1
 * @param size the name of the page's size
 * @param total the field of the answer that counts the items of all pages
 * @param most the largest size that is allowed
 */
public record Paging(Place place, String number, String size, String total, int most) {
    /** Where a request says which page it wants. */
    public enum Place {
        /** There are no pages: one answer holds everything. */
        NOWHERE,
        QUERY,
        /** In the object {@code req} of the body. */
        REQ
    }

    public static final Paging NONE = new Paging(Place.NOWHERE, "", "", "", 0);
    public static final Paging USUAL = new Paging(Place.QUERY, "pageNumber", "pageSize", "totalCount", 100);

    /** The same with the items counted in another field. */
    public Paging counting(String otherTotal) {
        return new Paging(place, number, size, otherTotal, most);
    }

    /** The same question for a page of its own. */
    public Question at(int page, Question question) {
        return switch (place) {
            case NOWHERE -> question;
            case QUERY -> {
                Map<String, String> query = new TreeMap<>(question.query());
                query.put(number, String.valueOf(page));
                query.put(size, String.valueOf(most));
                yield new Question(question.path(), query, question.body());
            }
            case REQ ->
                new Question(
                        question.path(),
                        question.query(),
                        question.body().with("req", paged(question.body().doc("req"), page)));
        };
    }

    private Doc paged(Doc body, int page) {
        return body.with(number, (long) page).with(size, (long) most);
    }
}
