package io.nephoscope.collect;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes secrets out before anything is written: the values of those that a type declares, and what looks like one in any text. The
 * keys stay, since their names are evidence; unknown stays unknown and absent stays absent.
 */
final class Redaction {
    private static final Set<String> PAIR_NAMES = Set.of("Key", "Name", "key", "name");
    private static final Set<String> PAIR_VALUES = Set.of("Value", "value");

    private Redaction() {}

    /** The attributes without the values of declared secrets. */
    static Doc declared(AssetType type, Doc attributes) {
        Object clean = attributes;
        for (String path : type.redacted()) {
            clean = blank(clean, List.of(path.split("\\.")));
        }
        return (Doc) clean;
    }

    /** The same with what lies at a path blanked; the path goes through every item of a list on its way. */
    private static Object blank(Object field, List<String> path) {
        if (path.isEmpty()) {
            return blank(field);
        } else if (field instanceof DocList list) {
            return DocList.copyOf(list.stream().map(item -> blank(item, path)).toList());
        }
        String key = path.get(0);
        return field instanceof Doc doc && doc.get(key) != Absent.ABSENT
                ? doc.with(key, blank(doc.get(key), path.subList(1, path.size())))
                : field;
    }

    private static Object blank(Object secret) {
        if (secret instanceof Doc doc) {
            Doc.Builder blank = Doc.builder();
            doc.forEach((key, value) -> blank.put(key, blank(value)));
            return blank.build();
        } else if (secret instanceof DocList list) {
            return DocList.copyOf(list.stream().map(Redaction::blank).toList());
        }
        return secret instanceof Unknown || secret == Absent.ABSENT ? secret : Secrets.REDACTED;
    }

    /**
     * The field without what looks like a secret, keys included.
     *
     * @throws IllegalArgumentException where it holds what is not a field
     */
    static Object masked(Object field) {
        if (field instanceof String text) {
            return Secrets.mask(text);
        } else if (field instanceof Doc doc) {
            return masked(doc);
        } else if (field instanceof DocList list) {
            return DocList.copyOf(list.stream().map(Redaction::masked).toList());
        } else if (field instanceof Unknown unknown) {
            return unknown.causes().stream()
                    .map(Redaction::masked)
                    .map(Unknown::because)
                    .reduce(Unknown::and)
                    .orElse(unknown);
        } else if (!Doc.isField(field)) {
            throw new IllegalArgumentException("a " + field.getClass().getName() + " is not a field");
        }
        return field;
    }

    private static Doc masked(Doc doc) {
        Doc.Builder masked = Doc.builder();
        Optional<String> named = doc.size() == 2 ? nameOfPair(doc) : Optional.empty();
        Set<String> keys = new HashSet<>();
        doc.forEach((key, value) -> {
            String name = named.filter(it -> isValue(key)).orElse(key);
            masked.put(unlike(keys, Secrets.mask(key)), masked(name, value));
        });
        return masked.build();
    }

    /** A secret in which there are wildcards stays where it stands for others: as a pattern it decides what a policy allows. */
    static Object masked(String name, Object value) {
        return value instanceof String text && text.indexOf('*') < 0 && text.indexOf('?') < 0
                ? Secrets.mask(name, text)
                : masked(value);
    }

    /** What a pair of a name and a value, as APIs hand out tags and parameters, is named. */
    private static Optional<String> nameOfPair(Doc pair) {
        return pair.keys().stream()
                .filter(key -> PAIR_NAMES.contains(key) && pair.keys().stream().anyMatch(Redaction::isValue))
                .findFirst()
                .map(pair::text);
    }

    private static boolean isValue(String key) {
        return PAIR_VALUES.contains(key);
    }

    /** Two keys that differ only in a secret stay two. */
    private static String unlike(Set<String> before, String key) {
        String unlike = key;
        for (int i = 2; !before.add(unlike); i++) {
            unlike = key + " " + i;
        }
        return unlike;
    }

    /** The tags in the order of their keys, without what looks like a secret, keys included. */
    static Object tags(Object tags) {
        if (!(tags instanceof Doc known)) {
            return masked(tags);
        }
        Set<String> keys = new HashSet<>();
        Doc.Builder masked = Doc.builder();
        known.keys().stream().sorted().forEach(key -> {
            Object value = known.get(key);
            masked.put(
                    unlike(keys, Secrets.mask(key)),
                    value instanceof String text ? Secrets.mask(key, text) : masked(value));
        });
        return masked.build();
    }

    /** The cause with words that are one line of bounded length. */
    static Cause masked(Cause cause) {
        return new Cause(
                cause.call(),
                cause.outcome(),
                cause.permission(),
                cause.message().map(Failure::line));
    }
}
