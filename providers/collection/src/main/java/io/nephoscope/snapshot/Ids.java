package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Gives ids to what is written once and referred to many times. Only what was referred to last is remembered, so that memory stays
 * flat where everything differs: what was forgotten is written again, under another id.
 */
public final class Ids {
    static final int MOST = 4_096;

    private final Definition definition;
    private final ToIntFunction<Table<?>> before;
    private final Map<Table<?>, Recent> tables = new HashMap<>();

    /** @param definition writes each entry before its id is first referred to */
    public Ids(Definition definition) {
        this(definition, table -> 0);
    }

    /**
     * Goes on where others gave ids.
     *
     * @param before how many of a table there are
     */
    Ids(Definition definition, ToIntFunction<Table<?>> before) {
        this.definition = definition;
        this.before = before;
    }

    /** Writes an entry that is new. */
    @FunctionalInterface
    public interface Definition {
        void write(Table<?> table, String id, JsonLine.Content content) throws IOException;
    }

    private static final class Recent extends LinkedHashMap<Object, String> {
        private static final long serialVersionUID = 1L;

        private int last;

        Recent(int last) {
            super(16, 0.75f, true);
            this.last = last;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, String> eldest) {
            return size() > MOST;
        }
    }

    /** The id of an entry, which is defined by now. */
    public synchronized <T> String of(Table<T> table, T entry) throws IOException {
        Recent recent = tables.computeIfAbsent(table, key -> new Recent(before.applyAsInt(key)));
        String known = recent.get(entry);
        if (known != null) {
            return known;
        }
        String id = table.id(recent.last + 1);
        definition.write(table, id, out -> table.write(out, entry, this));
        recent.last++;
        recent.put(entry, id);
        return id;
    }

    /** Writes a field that refers to an entry. */
    public <T> void write(JsonGenerator out, String field, Table<T> table, T entry) throws IOException {
        out.writeStringField(field, of(table, entry));
    }

    /** Writes a list that refers to entries. */
    public <T> void write(JsonGenerator out, Table<T> table, Collection<T> entries) throws IOException {
        out.writeStartArray();
        for (T entry : entries) {
            out.writeString(of(table, entry));
        }
        out.writeEndArray();
    }
}
