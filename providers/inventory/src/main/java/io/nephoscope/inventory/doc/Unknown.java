package io.nephoscope.inventory.doc;

import java.util.List;
import java.util.TreeSet;

/** A field that was not read, with every cause that stands between us and its value. */
public final class Unknown {
    private final List<Cause> causes;

    private Unknown(List<Cause> causes) {
        this.causes = causes;
    }

    /** An unknown with one cause. */
    public static Unknown because(Cause cause) {
        return new Unknown(List.of(cause));
    }

    /** The unknown that results from two: both sets of causes, sorted, none twice. */
    public Unknown and(Unknown other) {
        if (causes.containsAll(other.causes)) {
            return this;
        }
        TreeSet<Cause> both = new TreeSet<>(causes);
        both.addAll(other.causes);
        return new Unknown(List.copyOf(both));
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
