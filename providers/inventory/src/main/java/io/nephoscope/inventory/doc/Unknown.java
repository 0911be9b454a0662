package io.nephoscope.inventory.doc;

import java.util.List;
import java.util.TreeSet;

/** A field that was not read, with every cause that stands between us and its value. */
public final class Unknown {
    private final List<Cause> causes;
    private final boolean isMore;

    private Unknown(List<Cause> causes, boolean isMore) {
        this.causes = causes;
        this.isMore = isMore;
    }

    /**
     * The same as an item of a list, where it stands for none, one or many: how long the list is, nobody knows. Any other unknown item is
     * one, of which nobody knows what it is.
     */
    public Unknown more() {
        return new Unknown(causes, true);
    }

    /** Whether it stands for what may be in a list besides. */
    public boolean isMore() {
        return isMore;
    }

    /** An unknown with one cause. */
    public static Unknown because(Cause cause) {
        return new Unknown(List.of(cause), false);
    }

    /** The unknown that results from two: both sets of causes, sorted, none twice. */
    public Unknown and(Unknown other) {
        if (causes.containsAll(other.causes)) {
            return this;
        }
        TreeSet<Cause> both = new TreeSet<>(causes);
        both.addAll(other.causes);
        return new Unknown(List.copyOf(both), false);
    }

    /** The causes, sorted; never empty. */
    public List<Cause> causes() {
        return causes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unknown unknown && causes.equals(unknown.causes);
    }

    @Override
    public int hashCode() {
        return causes.hashCode();
    }

    @Override
    public String toString() {
        return "unknown" + causes;
    }
}
