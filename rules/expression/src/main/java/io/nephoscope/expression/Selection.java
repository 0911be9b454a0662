package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Shape;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;

/** A chain of fields, {@code .Versioning.Status}, read from an object. */
final class Selection extends Node {
    private final Node base;
    private final String baseLabel;
    private final Step[] steps;
    private final Expected expected;
    private final String label;

    private Selection(Node base, String baseLabel, Step[] steps, Expected expected) {
        this.base = base;
        this.baseLabel = baseLabel;
        this.steps = steps;
        this.expected = expected;
        this.label = label(steps.length);
    }

    /** A field of what a node gives; fields of fields become one chain. */
    static Selection of(Node from, String label, String key, Expected expected) {
        if (!(from instanceof Selection chain)) {
            return new Selection(from, label, new Step[] {new Step(key)}, expected);
        }
        Step[] longer = new Step[chain.steps.length + 1];
        for (int i = 0; i < chain.steps.length; i++) {
            longer[i] = new Step(chain.steps[i].key);
        }
        longer[chain.steps.length] = new Step(key);
        return new Selection(chain.base, chain.baseLabel, longer, expected);
    }

    private String label(int length) {
        StringBuilder text = new StringBuilder(baseLabel);
        for (int i = 0; i < length; i++) {
            text.append('.').append(steps[i].key);
        }
        return text.toString();
    }

    @Override
    Object evaluate(Frame frame) {
        Object field = field(frame);
        return field == Absent.ABSENT ? RuleError.absent(firstAbsent(frame)) : frame.checked(expected, field, label);
    }

    /** What is absent has no fields, so that a field of it is absent too. */
    @Override
    Object field(Frame frame) {
        Object field = base.field(frame);
        for (int i = 0; i < steps.length; i++) {
            if (!(field instanceof Doc doc)) {
                return field instanceof Unknown || field == Absent.ABSENT ? field : noFields(field, i);
            }
            field = steps[i].of(doc);
        }
        return field;
    }

    private Unknown noFields(Object field, int depth) {
        return RuleError.of(
                Text.of("{0} is {1} and has no fields", "{0} 是{1}，没有字段", label(depth), Expected.describe(field)));
    }

    private String firstAbsent(Frame frame) {
        Object field = base.field(frame);
        int depth = 0;
        while (depth < steps.length && field instanceof Doc doc) {
            field = steps[depth++].of(doc);
        }
        return label(depth);
    }

    /** Whether the field is there. */
    static final class Has extends Node {
        private final Node selected;

        Has(Node selected) {
            this.selected = selected;
        }

        @Override
        Object evaluate(Frame frame) {
            Object field = selected.field(frame);
            return field instanceof Unknown ? field : field != Absent.ABSENT;
        }
    }

    /** One field, and where it stood in the shapes that came by last. */
    private static final class Step {
        private static final int MOST = 4;

        final String key;
        /** Immutable, so that threads may replace it without a lock: to lose an entry costs a look-up, and no more. */
        private Entry known = Entry.NONE;

        Step(String key) {
            this.key = key;
        }

        Object of(Doc doc) {
            Shape shape = doc.shape();
            for (Entry entry = known; entry != Entry.NONE; entry = entry.next) {
                if (entry.shape == shape) {
                    return entry.of(doc);
                }
            }
            return find(doc, shape);
        }

        private Object find(Doc doc, Shape shape) {
            Entry first = known;
            Entry found = new Entry(shape, key, first, first.depth + 1);
            if (first.depth < MOST) {
                known = found;
            }
            return found.of(doc);
        }
    }

    private static final class Entry {
        static final Entry NONE = new Entry();

        final Shape shape;
        final int index;
        /** Where the object may say that it has fields beyond those that it names. */
        final int others;

        final Entry next;
        final int depth;

        private Entry() {
            this.shape = Doc.empty().shape();
            this.index = -1;
            this.others = -1;
            this.next = this;
            this.depth = 0;
        }

        Entry(Shape shape, String key, Entry next, int depth) {
            this.shape = shape;
            this.index = shape.indexOf(key);
            this.others = shape.indexOf(Doc.OTHERS);
            this.next = next;
            this.depth = depth;
        }

        Object of(Doc doc) {
            return index < 0 ? doc.unnamed(others) : doc.at(index);
        }
    }
}
