package io.nephoscope.snapshot;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries that a file of lines defines. In memory are their places, and the entries that were asked for last; all others are read
 * when they are asked for.
 */
public final class Entries {
    private static final Pattern ID = Pattern.compile("([a-z]+)([1-9][0-9]{0,8})");

    private final FileChannel file;
    private final Shapes shapes;
    private final Map<String, List<Span>> spans = new HashMap<>();
    private final Map<String, Object> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > Ids.MOST;
        }
    };

    /**
     * Those of a file, of whose lines none was read yet.
     *
     * @param file open for as long as entries are asked for
     */
    public Entries(FileChannel file, Shapes shapes) {
        this.file = file;
        this.shapes = shapes;
    }

    private record Span(long offset, int length) {}

    /** Whether a line defines an entry, and does not say anything else. */
    static boolean isEntry(Doc line) {
        return line.has(JsonLine.ID);
    }

    /**
     * Takes note of an entry, where the line defines one. To be called with every line, in order, by one thread.
     *
     * @throws IllegalArgumentException where another one comes next
     */
    public boolean isEntry(Doc line, LineReader.Line at) {
        if (!isEntry(line)) {
            return false;
        }
        String id = line.text(JsonLine.ID);
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + id + "\" is no id");
        }
        List<Span> before = spans.computeIfAbsent(parts.group(1), key -> new ArrayList<>());
        String next = parts.group(1) + (before.size() + 1);
        if (!id.equals(next)) {
            throw new IllegalArgumentException("it defines " + id + " where " + next + " comes next");
        }
        before.add(new Span(at.offset(), at.length()));
        return true;
    }

    Shapes shapes() {
        return shapes;
    }

    /** How many of a table there are. */
    int count(Table<?> table) {
        return spans.getOrDefault(table.prefix(), List.of()).size();
    }

    /**
     * An entry that a line before defined.
     *
     * @throws IllegalArgumentException where none did so
     */
    public <T> T get(Table<T> table, String id) {
        synchronized (recent) {
            Object known = recent.get(id);
            if (known != null && id.startsWith(table.prefix())) {
                return table.own(known);
            }
        }
        T entry = read(table, id);
        synchronized (recent) {
            recent.put(id, entry);
        }
        return entry;
    }

    private <T> T read(Table<T> table, String id) {
        Span span = span(table, id);
        try {
            ByteBuffer bytes = ByteBuffer.allocate(span.length());
            while (bytes.hasRemaining() && file.read(bytes, span.offset() + bytes.position()) > 0) {}
            Doc line = (Doc) DocJson.parse(new String(bytes.array(), StandardCharsets.UTF_8), shapes);
            return table.read(line.get(table.name()), this);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the " + table.name() + " " + id + " cannot be read", e);
        }
    }

    private Span span(Table<?> table, String id) {
        List<Span> defined = spans.getOrDefault(table.prefix(), List.of());
        Matcher parts = ID.matcher(id);
        int number = parts.matches() && parts.group(1).equals(table.prefix()) ? Integer.parseInt(parts.group(2)) : 0;
        if (number < 1 || number > defined.size()) {
            throw new IllegalArgumentException("no line before it defines the " + table.name() + " \"" + id + "\"");
        }
        return defined.get(number - 1);
    }
}
