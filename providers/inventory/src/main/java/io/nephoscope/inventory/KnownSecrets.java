package io.nephoscope.inventory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets with which this process signs in, by their values: whoever is sent one may say it again anywhere. They are known to all of
 * the process and for as long as it lives, since no text may hold one, whatever account the text is of. They are looked for all at once,
 * in time in proportion to a text's length, however many there are.
 */
final class KnownSecrets {
    /** A shorter text may well stand in others by chance, and would take evidence away with it. */
    static final int SHORTEST = 8;

    /** Until it is as long as this, a text is taken for a secret only where it holds letters and digits: no word does, and no number. */
    private static final int LONG = 16;

    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("(?s)(?=.*\\p{L})(?=.*\\d).*");

    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-F]{2}");

    /** What the letter that leaves the window counted for. */
    private static final int LEAVING = leaving();

    private static final Set<String> VALUES = new LinkedHashSet<>();
    private static volatile KnownSecrets known = new KnownSecrets(Set.of());

    /** Which beginnings there may be: tells at once of nearly every place that none begins there. */
    private final BitSet beginnings = new BitSet(1 << Short.SIZE);

    private final Map<Integer, List<String>> byBeginning = new HashMap<>();

    private KnownSecrets(Set<String> values) {
        values.stream().flatMap(KnownSecrets::forms).distinct().forEach(form -> {
            int beginning = form.substring(0, SHORTEST).hashCode();
            beginnings.set(bit(beginning));
            // The longest first: one may be the beginning of another.
            byBeginning.merge(
                    beginning,
                    List.of(form),
                    (some, more) -> Stream.concat(some.stream(), more.stream())
                            .sorted((one, other) -> other.length() - one.length())
                            .toList());
        });
    }

    private static int leaving() {
        int power = 1;
        for (int i = 0; i < SHORTEST; i++) {
            power *= 31;
        }
        return power;
    }

    private static int bit(int hash) {
        return (hash ^ hash >>> Short.SIZE) & 0xFFFF;
    }

    private static boolean isSought(String value) {
        return value.length() >= LONG
                || (value.length() >= SHORTEST
                        && LETTERS_AND_DIGITS.matcher(value).matches());
    }

    /** What is to be looked for from now on; a short text, or a word, is not. */
    static void add(String value) {
        synchronized (VALUES) {
            if (isSought(value) && VALUES.add(value)) {
                known = new KnownSecrets(VALUES);
            }
        }
    }

    /** As it stands, in an address, in JSON, and within anything that is written in Base64. */
    private static Stream<String> forms(String value) {
        return Stream.of(
                        Stream.of(value, value.replace("/", "\\/")),
                        inAddress(value),
                        Stream.of(0, 1, 2).flatMap(before -> inBase64(value, before)))
                .flatMap(Function.identity());
    }

    /** Of what keys and tokens are made of, some leave this or that as it is in an address, and some write small letters. */
    private static Stream<String> inAddress(String value) {
        Stream<String> forms = Stream.of(URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (String left : List.of("+", "/", "=")) {
            String escaped = URLEncoder.encode(left, StandardCharsets.UTF_8);
            forms = forms.flatMap(form -> Stream.of(form, form.replace(escaped, left)));
        }
        return forms.flatMap(form -> Stream.of(
                form, ESCAPED.matcher(form).replaceAll(it -> it.group().toLowerCase(Locale.ROOT))));
    }

    /** The part that stands for the value alone, behind so many bytes beyond a multiple of three. */
    private static Stream<String> inBase64(String value, int before) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[before + text.length];
        System.arraycopy(text, 0, bytes, before, text.length);
        int first = before == 0 ? 0 : before + 1;
        int end = bytes.length * Byte.SIZE / 6;
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> encoder.encodeToString(bytes).substring(first, end));
    }

    static String mask(String text) {
        KnownSecrets all = known;
        return all.byBeginning.isEmpty() || text.length() < SHORTEST ? text : all.masked(text);
    }

    private String masked(String text) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 31 + text.charAt(i) - (i < SHORTEST ? 0 : LEAVING * text.charAt(i - SHORTEST));
            int start = i - SHORTEST + 1;
            if (start >= copied && beginnings.get(bit(hash))) {
                for (String form : byBeginning.getOrDefault(hash, List.of())) {
                    if (text.startsWith(form, start)) {
                        masked.append(text, copied, start).append(Secrets.REDACTED);
                        copied = start + form.length();
                        break;
                    }
                }
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }
}
