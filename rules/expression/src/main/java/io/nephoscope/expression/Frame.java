package io.nephoscope.expression;

import java.time.Instant;

/** What one evaluation works on. */
final class Frame {
    private static final Object[] NONE = {};
    private static final int MOST_TURNS = 10_000_000;

    final Subject subject;
    final Instant now;
    /** The variables of the loops around a node, by depth. */
    final Object[] slots;

    private int turns;

    Frame(Subject subject, Instant now, int slots) {
        this.subject = subject;
        this.now = now;
        this.slots = slots == 0 ? NONE : new Object[slots];
    }

    /** Counts a turn of a loop: nested loops over hostile data would go on for days. */
    boolean mayTurn() {
        return ++turns <= MOST_TURNS;
    }
}
