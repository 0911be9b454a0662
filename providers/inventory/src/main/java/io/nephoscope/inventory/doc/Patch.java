package io.nephoscope.inventory.doc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields for many paths, set at once: what {@link Paths#set} does one by one, in order. */
public final class Patch {
    private final Map<Object, Patch> below = new LinkedHashMap<>();
    private @Nullable Object field;

    private Patch() {}

    /**
     * @param fields by path, of which one comes before what lies below it
     * @throws IllegalArgumentException where a path is empty, or leads into a list where another leads into an object
     */
    public static Patch of(Map<String, ?> fields) {
        Patch root = new Patch();
        fields.forEach((path, field) -> {
            Patch at = root;
            for (Object step : Paths.steps(path)) {
                if (at.below.keySet().stream().anyMatch(other -> other.getClass() != step.getClass())) {
                    throw Paths.leadsNowhere(path);
                }
                at = at.below.computeIfAbsent(step, key -> new Patch());
            }
            if (at == root) {
                throw Paths.leadsNowhere(path);
            }
            at.field = field;
        });
        return root;
    }

    /**
     * A document with the fields set.
     *
     * @param shapes which the objects share that are changed
     * @throws IllegalArgumentException where a path leads to a place that a list does not have
     */
    public Doc on(Doc root, Shapes shapes) {
        if (set(root, shapes) instanceof Doc changed) {
            return changed;
        }
        throw Paths.leadsNowhere(below.keySet().toString());
    }

    private Object set(Object at, Shapes shapes) {
        if (field != null) {
            return field;
        }
        if (below.isEmpty() || at instanceof Unknown) {
            return at;
        }
        return below.keySet().iterator().next() instanceof Integer
                ? items(at instanceof DocList list ? list.stream().toArray() : new Object[0], shapes)
                : fields(at instanceof Doc doc ? doc : Doc.empty(), shapes);
    }

    private DocList items(Object[] items, Shapes shapes) {
        below.forEach((step, patch) -> {
            int index = (Integer) step;
            if (index >= items.length) {
                throw Paths.noItem(index, items.length);
            }
            items[index] = patch.set(items[index], shapes);
        });
        return DocList.of(items);
    }

    private Doc fields(Doc doc, Shapes shapes) {
        Doc.Builder changed = Doc.builder(shapes);
        doc.forEach((key, value) -> {
            Patch patch = below.get(key);
            changed.put(key, patch == null ? value : patch.set(value, shapes));
        });
        below.forEach((key, patch) -> {
            if (!doc.has(String.valueOf(key))) {
                changed.put((String) key, patch.set(doc.get((String) key), shapes));
            }
        });
        return changed.build();
    }
}
