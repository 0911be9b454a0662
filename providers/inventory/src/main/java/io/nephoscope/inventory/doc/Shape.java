package io.nephoscope.inventory.doc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of an object, in order. Objects read through the same {@link Shapes} with the same keys share their shape, so that a
 * compiled field access remembers a position and not a name.
 */
public final class Shape {
    static final Shape EMPTY = new Shape(List.of());

    private final List<String> keys;
    /** Built on first use, for many objects are only passed on. A hash map keeps keys apart whose hashes were made to collide. */
    private volatile Map<String, Integer> positions = Map.of();

    /** @param keys none of them twice */
    Shape(List<String> keys) {
        this.keys = keys;
    }

    /** The position of a key, or -1. */
    public int indexOf(String key) {
        Integer position = positions().get(key);
        return position == null ? -1 : position;
    }

    public int size() {
        return keys.size();
    }

    /** The keys in the order in which the provider gave them. */
    public List<String> keys() {
        return keys;
    }

    private Map<String, Integer> positions() {
        Map<String, Integer> built = positions;
        if (built.size() < keys.size()) {
            built = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                built.put(keys.get(i), i);
            }
            positions = built;
        }
        return built;
    }
}
