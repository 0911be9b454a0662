package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The secrets with which an account is entered, by field: {@code access-key}, {@code secret-key}. No text that is made of this holds a
 * value.
 */
public final class Credentials {
    /** There are none: the provider looks where its own tools look. */
    public static final Credentials NONE = new Credentials(Map.of());

    /** A shorter text stands in too many others to be hidden there. */
    private static final int SHORTEST_HIDDEN = 6;

    /** The fields that are secret; the others are ids and names, by which things are told apart. */
    private static final Pattern SECRET = Pattern.compile("secret|token|passw|private");

    private final Map<String, String> fields;

    private Credentials(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * What is secret in them is known from now on, by {@link Secrets#know}.
     *
     * @param fields those that are empty are left out
     */
    public static Credentials of(Map<String, String> fields) {
        Map<String, String> given = new TreeMap<>(fields);
        given.values().removeIf(String::isBlank);
        given.forEach((name, value) -> {
            if (SECRET.matcher(name).find()) {
                Secrets.know(value);
            }
        });
        return given.isEmpty() ? NONE : new Credentials(given);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public Optional<String> get(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** @throws TargetException where the field is not there */
    public String require(Target target, String field) throws TargetException {
        String value = fields.get(field);
        if (value == null) {
            throw new TargetException(
                    isEmpty()
                            ? Text.of(
                                    "{0}: the credentials lack {1}; add it where they are kept.",
                                    "{0}：凭证缺少 {1}，请在保存凭证处补上。", target.label(), field)
                            : Text.of(
                                    "{0}: the credentials lack {1} and hold {2}; add it where they are kept.",
                                    "{0}：凭证缺少 {1}（现有 {2}），请在保存凭证处补上。",
                                    target.label(),
                                    field,
                                    String.join(", ", names())));
        }
        return value;
    }

    /** The fields that are there, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /** The text without these secrets: who refuses them may repeat what was sent. */
    public String hide(String text) {
        String hidden = text;
        for (String value : fields.values()) {
            if (value.length() >= SHORTEST_HIDDEN) {
                hidden = hidden.replace(value, Secrets.REDACTED);
            }
        }
        return hidden;
    }

    /** Reads errors as another does, and hides these secrets in what they say. */
    public Failure.Reader hiding(Failure.Reader reader) {
        return error -> {
            Failure failure = reader.read(error);
            return failure.saying(failure.message().map(this::hide));
        };
    }

    @Override
    public String toString() {
        return "credentials " + names();
    }
}
