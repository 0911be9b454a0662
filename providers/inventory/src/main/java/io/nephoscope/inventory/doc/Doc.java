package io.nephoscope.inventory.doc;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document: an immutable map from key to field. A field is a String, Long, Double, Boolean, {@link Doc},
 * {@link DocList}, {@link Absent} or {@link Unknown}. A key that is not there reads as absent.
 */
public final class Doc {
    /**
     * Where an unknown lies under this key, the object may have fields beyond those that it names: a key that is not there is unknown
     * too, and not absent.
     */
    public static final String OTHERS = "*";

    private static final Doc EMPTY = new Doc(Shape.EMPTY, new Object[0]);

    private final Shape shape;
    private final Object[] values;

    private Doc(Shape shape, Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    public static Doc empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder(Shapes.NONE);
    }

    /** A builder of objects that share their shapes with others of the same body. */
    public static Builder builder(Shapes shapes) {
        return new Builder(shapes);
    }

    /** An object of alternating keys and fields, for short literals. */
    public static Doc of(Object... keysAndFields) {
        Builder builder = builder();
        for (int i = 0; i < keysAndFields.length; i += 2) {
            builder.put((String) keysAndFields[i], keysAndFields[i + 1]);
        }
        return builder.build();
    }

    /** Whether a value is one that documents hold. */
    public static boolean isField(@Nullable Object value) {
        return value instanceof String
                || value instanceof Doc
                || value instanceof DocList
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Double
                || value instanceof Absent
                || value instanceof Unknown;
    }

    public Shape shape() {
        return shape;
    }

    /** The field at a position of the {@link #shape()}. */
    public Object at(int index) {
        return values[index];
    }

    /** The field of a key; {@link Absent} where there is none, unknown where there may be {@link #OTHERS}. */
    public Object get(String key) {
        int index = shape.indexOf(key);
        return index < 0 ? unnamed(shape.indexOf(OTHERS)) : values[index];
    }

    /** The field of any key that the object does not name. {@code others} is the position of {@link #OTHERS}, or -1. */
    public Object unnamed(int others) {
        return others >= 0 && values[others] instanceof Unknown unknown ? unknown : Absent.ABSENT;
    }

    /** Whether the key is there, and be its field absent. */
    public boolean has(String key) {
        return shape.indexOf(key) >= 0;
    }

    /** The text of a key, or the empty string where the field is anything but a known text. */
    public String text(String key) {
        return get(key) instanceof String text ? text : "";
    }

    /** The object of a key, or the empty object where the field is anything but a known object. */
    public Doc doc(String key) {
        return get(key) instanceof Doc doc ? doc : EMPTY;
    }

    /** The list of a key, or the empty list where the field is anything but a known list. */
    public DocList list(String key) {
        return get(key) instanceof DocList list ? list : DocList.empty();
    }

    public List<String> keys() {
        return shape.keys();
    }

    public int size() {
        return values.length;
    }

    public void forEach(BiConsumer<String, Object> visitor) {
        List<String> keys = shape.keys();
        for (int i = 0; i < values.length; i++) {
            visitor.accept(keys.get(i), values[i]);
        }
    }

    /** This object with one field set or replaced. */
    public Doc with(String key, Object field) {
        Builder builder = builder();
        forEach(builder::put);
        return builder.put(key, field).build();
    }

    /** Objects with the same fields are equal, in whatever order the keys come. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Doc doc) || doc.size() != size()) {
            return false;
        }
        List<String> keys = shape.keys();
        for (int i = 0; i < values.length; i++) {
            int index = doc.shape.indexOf(keys.get(i));
            if (index < 0 || !values[i].equals(doc.values[index])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash += shape.keys().get(i).hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((key, field) -> text.append(text.length() > 1 ? ", " : "")
                .append(key)
                .append(": ")
                .append(field));
        return text.append('}').toString();
    }

    /** Collects fields in order; a key that comes twice keeps its place and takes the later field. */
    public static final class Builder {
        private final Shapes shapes;
        private String[] keys = new String[8];
        private Object[] values = new Object[8];
        private int size;

        private Builder(Shapes shapes) {
            this.shapes = shapes;
        }

        /** @throws IllegalArgumentException for what is not a field, which would be lost when it is written */
        public Builder put(String key, Object field) {
            if (!isField(field)) {
                throw new IllegalArgumentException(key + " is "
                        + (field == null ? "null" : "a " + field.getClass().getName())
                        + ", which documents do not hold");
            }
            if (size == values.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = key;
            values[size++] = field;
            return this;
        }

        /** Keys that lead to a known shape are known to be different, so that the usual object is not searched for twins. */
        public Doc build() {
            Shape known = shapes.known(keys, size);
            if (known != null) {
                return new Doc(known, Arrays.copyOf(values, size));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                fields.put(keys[i], values[i]);
            }
            return new Doc(
                    shapes.share(List.copyOf(fields.keySet())), fields.values().toArray());
        }
    }
}
