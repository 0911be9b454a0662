package io.nephoscope.inventory.doc;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** An immutable list of fields. */
public final class DocList implements Iterable<Object> {
    private static final DocList EMPTY = new DocList(new Object[0]);

    private final Object[] items;

    private DocList(Object[] items) {
        this.items = items;
    }

    public static DocList empty() {
        return EMPTY;
    }

    public static DocList of(Object... items) {
        return items.length == 0 ? EMPTY : new DocList(items.clone());
    }

    public static DocList copyOf(Collection<?> items) {
        return of(items.toArray());
    }

    public int size() {
        return items.length;
    }

    public Object get(int index) {
        return items[index];
    }

    public Stream<Object> stream() {
        return Arrays.stream(items);
    }

    /** The items that are objects. */
    public Stream<Doc> docs() {
        return stream().filter(Doc.class::isInstance).map(Doc.class::cast);
    }

    /** The items that are texts. */
    public Stream<String> texts() {
        return stream().filter(String.class::isInstance).map(String.class::cast);
    }

    @Override
    public Iterator<Object> iterator() {
        return List.of(items).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocList list && Arrays.equals(items, list.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items);
    }
}
