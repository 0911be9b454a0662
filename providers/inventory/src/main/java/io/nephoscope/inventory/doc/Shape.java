package io.nephoscope.inventory.doc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an object, in order. Objects read through the same {@link Shapes} with the same keys share their shape, so that a
 * compiled field access remembers a position and not a name.
 */
public final class Shape {
    private final @Nullable Shape parent;
    private final String lastKey;
    private final int size;
    private final Map<String, Shape> children = new ConcurrentHashMap<>(2);
    /** Open addressing over the keys' hashes: index + 1, or 0 for an empty slot. Built on first use, for most steps are passed through. */
    private volatile Table table = Table.EMPTY;

    private Shape(@Nullable Shape parent, String lastKey, int size) {
        this.parent = parent;
        this.lastKey = lastKey;
        this.size = size;
    }

    static Shape root() {
        return new Shape(null, "", 0);
    }

    /** The shape with one key more; the same step from the same shape gives the same shape. */
    Shape with(String key, boolean shared) {
        Shape known = children.get(key);
        if (known != null) {
            return known;
        }
        Shape next = new Shape(this, key, size + 1);
        if (!shared) {
            return next;
        }
        Shape raced = children.putIfAbsent(key, next);
        return raced == null ? next : raced;
    }

    /** The position of a key, or -1. */
    public int indexOf(String key) {
        return table().indexOf(key);
    }

    public int size() {
        return size;
    }

    /** The keys in the order in which the provider gave them. */
    public List<String> keys() {
        return List.of(table().keys);
    }

    private Table table() {
        Table built = table;
        if (built == Table.EMPTY && size > 0) {
            String[] keys = new String[size];
            Shape step = this;
            for (int i = size - 1; i >= 0 && step != null; i--) {
                keys[i] = step.lastKey;
                step = step.parent;
            }
            built = Table.of(keys);
            table = built;
        }
        return built;
    }

    private static final class Table {
        static final Table EMPTY = new Table(new String[0], new int[1]);
        final String[] keys;
        private final int[] slots;

        private Table(String[] keys, int[] slots) {
            this.keys = keys;
            this.slots = slots;
        }

        static Table of(String[] keys) {
            int capacity = Integer.highestOneBit(keys.length * 2) * 2;
            int[] slots = new int[capacity];
            for (int i = 0; i < keys.length; i++) {
                int slot = spread(keys[i]) & (capacity - 1);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (capacity - 1);
                }
                slots[slot] = i + 1;
            }
            return new Table(keys, slots);
        }

        int indexOf(String key) {
            int mask = slots.length - 1;
            for (int slot = spread(key) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
                if (keys[slots[slot] - 1].equals(key)) {
                    return slots[slot] - 1;
                }
            }
            return -1;
        }

        private static int spread(String key) {
            int hash = key.hashCode();
            return hash ^ (hash >>> 16);
        }
    }
}
