package io.nephoscope.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a field may hold: the rule checker, the documentation and the plan derive from it. */
public sealed interface Schema {
    /** Single values. Times are ISO 8601 texts in documents and timestamps in rules; DYN is checked only when it is read. */
    enum Scalar implements Schema {
        STRING,
        INT,
        DOUBLE,
        BOOL,
        TIMESTAMP,
        DYN,
        /** A text: an IP address, or a block of them as {@code 10.0.0.0/8}. */
        ADDRESS,
        /** A text: the name of a protocol in small letters, its number, {@code all} or {@code other}. */
        PROTOCOL,
        /** A text: {@code ipv4} or {@code ipv6}. */
        FAMILY,
        /** A whole number from 0 to 65535; those of one struct stand in order, the first not above the next. */
        PORT
    }

    record ListOf(Schema item) implements Schema {}

    /** An object with keys that somebody chose, tags for one. */
    record MapOf(Schema value) implements Schema {}

    /** An object with known fields. Its fields are resolved when first asked for, since providers' models may be recursive. */
    final class Struct implements Schema {
        private final String name;
        private final Lazy<Map<String, Schema>> fields;

        private Struct(String name, Supplier<Map<String, Schema>> source) {
            this.name = name;
            this.fields = new Lazy<>(() -> Collections.unmodifiableMap(new LinkedHashMap<>(source.get())));
        }

        /** A name that is unique within the asset type, as {@code aws.s3.bucket.attributes.Owner}. */
        public String name() {
            return name;
        }

        public Map<String, Schema> fields() {
            return fields.get();
        }

        public Optional<Schema> field(String key) {
            return Optional.ofNullable(fields().get(key));
        }

        /** The same fields and those given, under a name. */
        public Struct plus(String newName, Map<String, Schema> more) {
            return plus(newName, () -> more);
        }

        /** The same, where the further fields are known when somebody asks. */
        public Struct plus(String newName, Supplier<Map<String, Schema>> more) {
            return struct(newName, () -> {
                Map<String, Schema> all = new LinkedHashMap<>(fields());
                all.putAll(more.get());
                return all;
            });
        }

        /** The same fields but those given, which a listing's own model has and the listing never fills: absent would be a lie. */
        public Struct without(String... keys) {
            return struct(name, () -> {
                Map<String, Schema> fewer = new LinkedHashMap<>(fields());
                fewer.keySet().removeAll(Set.of(keys));
                return fewer;
            });
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Struct struct(String name, Supplier<Map<String, Schema>> fields) {
        return new Struct(name, fields);
    }

    /** A struct of alternating field names and schemas. */
    static Struct struct(String name, Object... fieldsAndSchemas) {
        Map<String, Schema> fields = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndSchemas.length; i += 2) {
            fields.put((String) fieldsAndSchemas[i], (Schema) fieldsAndSchemas[i + 1]);
        }
        return new Struct(name, () -> fields);
    }

    static ListOf listOf(Schema item) {
        return new ListOf(item);
    }

    static MapOf mapOf(Schema value) {
        return new MapOf(value);
    }
}
