package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What many assets and findings share, said once and referred to by ids: {@code c1}, {@code c2}, … in the order of first appearance.
 * In a file of lines an entry is a line of its own before the first that refers to it, {@code {"id":"c1","cause":{…}}}; in a report
 * all entries stand together under their ids.
 *
 * @param <T> is compared by {@code equals}
 */
public final class Table<T> {
    /** Where assets live. */
    public static final Table<Scope> SCOPES = new Table<>("scope", "s", Table::writeScope, Table::readScope);

    /** Why fields are unknown. */
    public static final Table<Cause> CAUSES = new Table<>("cause", "c", Table::writeCause, Table::readCause);

    /** What is unknown of an asset: each path, in order, with its causes. */
    public static final Table<Unknowns> UNKNOWNS =
            new Table<>("unknown", "u", Table::writeUnknowns, Table::readUnknowns);

    /** The operations that fill an asset or a field, joined by a comma and a space. */
    public static final Table<String> SOURCES =
            new Table<>("source", "o", (out, source, ids) -> out.writeString(source), (json, entries) -> (String) json);

    private final String name;
    private final String prefix;
    private final Writing<T> writing;
    private final Reading<T> reading;

    /**
     * @param name of one entry, as {@code cause}
     * @param prefix of ids: letters
     */
    public Table(String name, String prefix, Writing<T> writing, Reading<T> reading) {
        this.name = name;
        this.prefix = prefix;
        this.writing = writing;
        this.reading = reading;
    }

    /** Writes an entry as a JSON value. */
    @FunctionalInterface
    public interface Writing<T> {
        void write(JsonGenerator out, T entry, Ids ids) throws IOException;
    }

    /** Reads an entry back. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @throws RuntimeException where the value is no such entry */
        T read(Object json, Entries entries);
    }

    /** As {@code cause}. */
    public String name() {
        return name;
    }

    String prefix() {
        return prefix;
    }

    /** The id of an entry by its number, which counts from 1. */
    public String id(int number) {
        return prefix + number;
    }

    void write(JsonGenerator out, T entry, Ids ids) throws IOException {
        writing.write(out, entry, ids);
    }

    T read(Object json, Entries entries) {
        return reading.read(json, entries);
    }

    /** An entry of this table, whose ids no other table gives. */
    @SuppressWarnings("unchecked")
    T own(Object entry) {
        return (T) entry;
    }

    private static void writeScope(JsonGenerator out, Scope scope, Ids ids) throws IOException {
        out.writeStartObject();
        out.writeStringField("branch", scope.branch());
        out.writeStringField("account", scope.account());
        out.writeStringField("region", scope.region());
        out.writeEndObject();
    }

    private static Scope readScope(Object json, Entries entries) {
        Doc scope = (Doc) json;
        return new Scope(scope.text("branch"), scope.text("account"), scope.text("region"));
    }

    private static void writeCause(JsonGenerator out, Cause cause, Ids ids) throws IOException {
        out.writeStartObject();
        AssetJson.writeCause(out, cause);
        out.writeEndObject();
    }

    private static Cause readCause(Object json, Entries entries) {
        return AssetJson.readCause((Doc) json);
    }

    private static void writeUnknowns(JsonGenerator out, Unknowns unknowns, Ids ids) throws IOException {
        out.writeStartArray();
        for (Map.Entry<String, Unknown> unknown : unknowns.byPath().entrySet()) {
            out.writeStartObject();
            out.writeStringField("path", unknown.getKey());
            out.writeFieldName("causes");
            ids.write(out, CAUSES, unknown.getValue().causes());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static Unknowns readUnknowns(Object json, Entries entries) {
        Map<String, Unknown> unknowns = new TreeMap<>();
        for (Object item : (DocList) json) {
            Doc unknown = (Doc) item;
            Unknown why = unknown.list("causes").stream()
                    .map(id -> Unknown.because(entries.get(CAUSES, (String) id)))
                    .reduce(Unknown::and)
                    .orElseThrow(() -> new IllegalArgumentException("an unknown path without a cause"));
            unknowns.merge(unknown.text("path"), why, Unknown::and);
        }
        return new Unknowns(unknowns);
    }
}
