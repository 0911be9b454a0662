package io.nephoscope.snapshot;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Patch;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is unknown of an asset, which may be the same of many. */
public final class Unknowns {
    private final Map<String, Unknown> byPath;
    /** Made when it is first asked for, and the same whoever makes it. */
    private volatile @Nullable Patch patch;

    /** @param byPath in the order of paths; not changed any more */
    Unknowns(Map<String, Unknown> byPath) {
        this.byPath = byPath;
    }

    Map<String, Unknown> byPath() {
        return byPath;
    }

    /** An asset's document with what is unknown in its place. */
    Doc in(Doc known, Shapes shapes) {
        Patch made = patch;
        if (made == null) {
            made = Patch.of(byPath);
            patch = made;
        }
        return made.on(known, shapes);
    }

    /** Whether something is unknown for want of an answer of a kind. */
    boolean lack(Predicate<Status> outcome) {
        return byPath.values().stream()
                .flatMap(unknown -> unknown.causes().stream())
                .anyMatch(cause -> outcome.test(cause.outcome()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unknowns unknowns && byPath.equals(unknowns.byPath);
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }
}
