package io.nephoscope.rules.expression;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A compiled expression. Safe for use by many threads at once. */
public final class Expression {
    private final String text;
    private final Node node;
    private final int slots;
    private final SortedSet<String> reads;

    Expression(String text, Node node, int slots, SortedSet<String> reads) {
        this.text = text;
        this.node = node;
        this.slots = slots;
        this.reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
    }

    /** The same, with an error where the value is neither true nor false. */
    Expression asCondition() {
        return new Expression(text, new Logic.Condition(node), slots, reads);
    }

    /** As it stands in the rule. */
    public String text() {
        return text;
    }

    /** The paths that the expression reads, each as deep as is known without an asset. */
    public SortedSet<String> reads() {
        return reads;
    }

    /** The value for an asset: for a condition a Boolean, or an {@link io.nephoscope.inventory.doc.Unknown} with every cause. */
    public Object evaluate(AssetView asset, Instant now) {
        return node.evaluate(new Frame(asset, now, slots));
    }

    @Override
    public String toString() {
        return text;
    }
}
