package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loop macros: over the items of a list, or the keys of a map. */
final class Loops {
    private static final Unknown TOO_MANY_TURNS =
            RuleError.of(Text.of("the loops take more than 10,000,000 turns", "循环超过 10,000,000 次"));

    private Loops() {}

    /** The keys of a map. A field that is unknown may turn out to be absent, so that its key is unknown, too. */
    private static DocList keys(Doc map) {
        List<Object> keys = new ArrayList<>(map.size());
        map.forEach((key, field) -> {
            if (field != Absent.ABSENT) {
                keys.add(field instanceof Unknown ? field : key);
            }
        });
        return DocList.copyOf(keys);
    }

    /** Whether an item stands for what may be in the list besides: of it no question has an answer. */
    private static boolean isMore(Object item) {
        return item instanceof Unknown unknown && unknown.isMore();
    }

    /** A loop's range, variable and body. */
    private abstract static class Loop extends Node {
        final Node range;
        final int slot;

        Loop(Node range, int slot) {
            this.range = range;
            this.slot = slot;
        }

        @Override
        final Object evaluate(Frame frame) {
            Object value = range.evaluate(frame);
            if (value instanceof DocList items) {
                return over(items, frame);
            } else if (value instanceof Doc map) {
                return over(keys(map), frame);
            }
            return value instanceof Unknown
                    ? value
                    : RuleError.of(Text.of("no loop goes over {0}", "不能对{0}循环", Expected.describe(value)));
        }

        abstract Object over(DocList items, Frame frame);

        static Unknown join(@Nullable Unknown before, Object value) {
            Unknown now = (Unknown) value;
            return before == null ? now : before.and(now);
        }
    }

    /** {@code all} and {@code exists}: one item may decide. */
    static final class Quantifier extends Loop {
        private final Node predicate;
        private final Boolean decisive;

        Quantifier(Node range, int slot, Node predicate, boolean decisive) {
            super(range, slot);
            this.predicate = predicate;
            this.decisive = decisive;
        }

        @Override
        Object over(DocList items, Frame frame) {
            Unknown unknown = null;
            for (int i = 0; i < items.size(); i++) {
                if (!frame.mayTurn()) {
                    return TOO_MANY_TURNS;
                }
                frame.slots[slot] = items.get(i);
                Object value = isMore(items.get(i)) ? items.get(i) : predicate.evaluate(frame);
                if (decisive.equals(value)) {
                    return value;
                }
                if (!(value instanceof Boolean)) {
                    unknown = join(unknown, Logic.truth(value));
                }
            }
            return unknown == null ? !decisive : unknown;
        }
    }

    /** {@code exists_one}: two are enough to say no, unless the rule itself is at fault. */
    static final class ExistsOne extends Loop {
        private final Node predicate;

        ExistsOne(Node range, int slot, Node predicate) {
            super(range, slot);
            this.predicate = predicate;
        }

        @Override
        Object over(DocList items, Frame frame) {
            Unknown unknown = null;
            int found = 0;
            for (int i = 0; i < items.size(); i++) {
                if (!frame.mayTurn()) {
                    return TOO_MANY_TURNS;
                }
                frame.slots[slot] = items.get(i);
                Object value = isMore(items.get(i)) ? items.get(i) : Logic.truth(predicate.evaluate(frame));
                if (!(value instanceof Boolean truth)) {
                    unknown = join(unknown, value);
                } else if (truth) {
                    found++;
                }
            }
            if (unknown == null) {
                return found == 1;
            }
            return found > 1 && !RuleError.isIn(unknown) ? false : unknown;
        }
    }

    /**
     * {@code map} and {@code filter}. Where it is unknown whether an item is kept, the whole list is unknown, for its size is; where
     * only the kept item is unknown, it stays unknown in its place.
     */
    static final class Collect extends Loop {
        private final Optional<Node> predicate;
        private final Node change;

        Collect(Node range, int slot, Optional<Node> predicate, Node change) {
            super(range, slot);
            this.predicate = predicate;
            this.change = change;
        }

        @Override
        Object over(DocList items, Frame frame) {
            List<Object> kept = new ArrayList<>();
            Unknown unknown = null;
            for (int i = 0; i < items.size(); i++) {
                if (!frame.mayTurn()) {
                    return TOO_MANY_TURNS;
                }
                if (isMore(items.get(i))) {
                    kept.add(items.get(i));
                    continue;
                }
                frame.slots[slot] = items.get(i);
                Object keep = predicate.isEmpty()
                        ? (Object) true
                        : Logic.truth(predicate.get().evaluate(frame));
                if (keep instanceof Unknown) {
                    unknown = join(unknown, keep);
                } else if (Boolean.TRUE.equals(keep)) {
                    Object item = change.evaluate(frame);
                    if (item instanceof Unknown error && RuleError.isIn(error)) {
                        unknown = join(unknown, item);
                    }
                    kept.add(item);
                }
            }
            return unknown == null ? DocList.copyOf(kept) : unknown;
        }
    }
}
