package io.nephoscope.cli.matrix;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a field says something else than in health, and is not unknown for one of the calls that fail. */
final class Difference {
    private final Set<String> failing;
    private final List<String> found = new ArrayList<>();

    private Difference(Set<String> failing) {
        this.failing = failing;
    }

    static List<String> between(String path, Object healthy, Object now, Set<String> failing) {
        Difference difference = new Difference(failing);
        difference.compare(path, healthy, now);
        return difference.found;
    }

    private void compare(String path, Object healthy, Object now) {
        if (healthy.equals(now) || isUnasked(healthy) || (now instanceof Unknown unknown && isExcused(unknown))) {
            return;
        }
        if (healthy instanceof Doc before && now instanceof Doc after) {
            Set<String> keys = new TreeSet<>(before.keys());
            keys.addAll(after.keys());
            keys.forEach(key -> compare(path + "." + key, before.get(key), after.get(key)));
        } else if (healthy instanceof DocList before && now instanceof DocList after) {
            compare(path, before, after);
        } else {
            found.add(path + " was " + healthy + " and is " + now);
        }
    }

    /** What is unknown in a list may stand for any number of items, and among them for one that is not there. */
    private void compare(String path, DocList before, DocList after) {
        List<Object> kept = after.stream().filter(item -> !holdsUnknown(item)).toList();
        boolean isSubset = before.stream().toList().containsAll(kept);
        if (kept.size() == after.size() || !isSubset) {
            found.add(path + " was " + before + " and is " + after);
        }
    }

    private boolean holdsUnknown(Object field) {
        if (field instanceof Doc doc) {
            return doc.keys().stream().anyMatch(key -> holdsUnknown(doc.get(key)));
        }
        return field instanceof Unknown unknown
                ? isExcused(unknown)
                : field instanceof DocList list && list.stream().anyMatch(this::holdsUnknown);
    }

    /** What nothing hung on in health may be asked for where something else is not known. */
    private static boolean isUnasked(Object healthy) {
        return healthy instanceof Unknown unknown
                && unknown.causes().stream().allMatch(cause -> cause.outcome() == Status.NOT_COLLECTED);
    }

    private boolean isExcused(Unknown unknown) {
        return unknown.causes().stream().anyMatch(cause -> failing.contains(cause.call()));
    }
}
