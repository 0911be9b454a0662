package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;

/** What one evaluation works on. */
final class Frame {
    private static final Object[] NONE = {};
    private static final int SMALL = 32;
    private static final int MOST_TURNS = 10_000_000;

    final Subject subject;
    final Instant now;
    /** The variables of the loops around a node, by depth. */
    final Object[] slots;

    /** Where the field of a loop's range is read at every turn, what it holds is looked through once. */
    private Map<Object, Checked> large = Map.of();

    private int turns;

    /** A large list or map as it was found to be. */
    private record Checked(Expected expected, Object field) {}

    Frame(Subject subject, Instant now, int slots) {
        this.subject = subject;
        this.now = now;
        this.slots = slots == 0 ? NONE : new Object[slots];
    }

    /** A field as a value of the type that the checker took it for. */
    Object checked(Expected expected, Object field, String path) {
        if (!isLarge(field)) {
            return expected.check(field, path);
        }
        Checked known = large.get(field);
        if (known == null || !known.expected.equals(expected)) {
            known = new Checked(expected, expected.check(field, path));
            large = large.isEmpty() ? new IdentityHashMap<>() : large;
            large.put(field, known);
        }
        return known.field;
    }

    private static boolean isLarge(Object field) {
        return field instanceof DocList list ? list.size() > SMALL : field instanceof Doc map && map.size() > SMALL;
    }

    /** Counts a turn of a loop: nested loops over hostile data would go on for days. */
    boolean mayTurn() {
        return ++turns <= MOST_TURNS;
    }
}
