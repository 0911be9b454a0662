package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a call is asked for its next page, and what proves that there is none. Nothing here takes a short page for the last one.
 *
 * @param kind what leads to the next page
 * @param slot where that is written in the request; empty for a link, and for a call without pages
 * @param first the number of the first page, or of the first item
 * @param next where an answer says what leads on: a path, or {@code header.X}; of a marker, the field of an item
 * @param more where an answer says whether there is more; empty where none does
 * @param sizes what says how large a page may be
 * @param total where an answer says how many items there are on all pages; empty where none does
 * @param endsEmpty whether only an empty page ends the list
 */
record Paging(
        Kind kind,
        Optional<Slot> slot,
        long first,
        String next,
        String more,
        Map<Slot, Object> sizes,
        String total,
        boolean endsEmpty) {
    /** What leads to the next page. */
    enum Kind {
        /** One answer holds everything. */
        NONE,
        /** A text that the answer gives. */
        TOKEN,
        /** Its number. */
        PAGE,
        /** How many items came before it. */
        OFFSET,
        /** The last item that came. */
        MARKER,
        /** An address that the answer gives. */
        LINK
    }

    /** One answer holds everything. */
    static final Paging NONE = new Paging(Kind.NONE, Optional.empty(), 0, "", "", Map.of(), "", false);

    private static final Set<String> WORDS =
            Set.of("token", "page", "offset", "marker", "link", "next", "more", "of", "first", "size", "total", "end");
    private static final List<Kind> MOVING = List.of(Kind.TOKEN, Kind.PAGE, Kind.OFFSET, Kind.MARKER, Kind.LINK);

    Paging {
        sizes = Map.copyOf(sizes);
    }

    private static final String HEADER = "header";

    /** @param isPost whether what has no word of its place goes into a body */
    static Paging read(YamlNode node, boolean isPost) {
        if (Words.isNone(node)) {
            return NONE;
        }
        Map<String, YamlNode> words = node.fields(WORDS);
        List<Kind> kinds =
                MOVING.stream().filter(kind -> words.containsKey(word(kind))).toList();
        if (kinds.size() != 1) {
            throw node.error(Text.of(
                    "paging is none, or has one of token, page, offset, marker and link.",
                    "paging 为 none，或含 token、page、offset、marker、link 之一。"));
        }
        Kind kind = kinds.get(0);
        YamlNode by = node.field(word(kind));
        Map<Slot, Object> sizes = new LinkedHashMap<>();
        node.optional("size")
                .ifPresent(it -> it.fields()
                        .forEach((slot, size) -> sizes.put(Slot.of(size, slot, isPost), Words.number(size))));
        Paging paging = new Paging(
                kind,
                kind == Kind.LINK ? Optional.empty() : Optional.of(Slot.of(by, by.filled(), isPost)),
                node.optional("first").map(Words::number).orElse(kind == Kind.PAGE ? 1L : 0L),
                next(kind, by, node),
                Words.text(node, "more"),
                sizes,
                Words.text(node, "total"),
                node.optional("end").map(Paging::isEmpty).orElse(false));
        paging.requireAnEnd(node);
        return paging;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String next(Kind kind, YamlNode by, YamlNode node) {
        return switch (kind) {
            case TOKEN -> node.field("next").filled();
            case MARKER -> node.field("of").filled();
            case LINK -> by.filled().equals(HEADER) ? HEADER + ".link" : by.filled();
            case NONE, PAGE, OFFSET -> "";
        };
    }

    private static boolean isEmpty(YamlNode end) {
        if (!end.filled().equals("empty")) {
            throw end.error(Text.of("here can only stand {0}.", "此处只能写 {0}。", "empty"));
        }
        return true;
    }

    private void requireAnEnd(YamlNode node) {
        boolean counts = kind == Kind.PAGE || kind == Kind.OFFSET || kind == Kind.MARKER;
        if (counts && total.isEmpty() && !endsEmpty) {
            throw node.error(Text.of(
                    "nothing proves the last page; say where the answer counts all items (total: path), or that an empty page"
                            + " ends the list (end: empty).",
                    "没有内容证明哪一页是最后一页；请写明应答中总数的位置（total: 路径），或写明空页表示结束（end: empty）。"));
        }
    }

    /** Whether an answer counts the items of all pages. */
    boolean counts() {
        return !total.isEmpty();
    }

    /** Whether so many items fill a page: as many as are asked for, or else a round number, as services have it by themselves. */
    boolean isFull(int items) {
        return sizes.isEmpty()
                ? items > 0 && (items % 10 == 0 || items % 25 == 0)
                : sizes.values().stream().anyMatch(size -> size.equals((long) items));
    }
}
