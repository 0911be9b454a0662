package io.nephoscope.http.rest;

import io.nephoscope.http.Refused;
import io.nephoscope.http.Reply;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure.Sort;
import io.nephoscope.yaml.YamlNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the errors of a service look like, and mean: a code beats a status, a status its hundred, and what no file says of a status HTTP
 * does. Texts of messages match nothing.
 *
 * @param code where an error says its code: the first that is there
 * @param status where it says a status in place of HTTP's; empty where it does not
 * @param message where it says what is wrong: the first that is there
 * @param waiting the header that says after how many seconds to ask again
 * @param sorts what codes, statuses ({@code HTTP 403}) and hundreds of them ({@code 5xx}) mean
 * @param unsubscribed the codes by which it says that the account has not got the service
 */
record Errors(
        List<String> code,
        String status,
        List<String> message,
        String waiting,
        Map<String, Sort> sorts,
        Set<String> unsubscribed) {
    private static final Map<String, Sort> MEANINGS = Map.of(
            "signedOut",
            Sort.SIGNED_OUT,
            "denied",
            Sort.DENIED,
            "throttled",
            Sort.THROTTLED,
            "transient",
            Sort.TRANSIENT,
            "gone",
            Sort.GONE);
    private static final String UNSUBSCRIBED = "unsubscribed";
    private static final Map<String, Sort> OF_HTTP = Map.of(
            Refused.named(401),
            Sort.SIGNED_OUT,
            Refused.named(403),
            Sort.DENIED,
            Refused.named(429),
            Sort.THROTTLED,
            "5xx",
            Sort.TRANSIENT);
    /** Not implemented: another try brings the same. */
    private static final int NEVER = 501;

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_STATUS = 100;
    /** Not implemented is no failure: it says that there can be none. */
    private static final Pattern NEVER_NONE =
            Pattern.compile("HTTP ([123]\\d\\d|401|403|407|408|429|5(?!01)\\d\\d)|[45]xx");

    private static final int LAST_STATUS = 599;
    private static final String RETRY_AFTER = "retry-after";

    static final Errors OF_STATUSES = new Errors(List.of(), "", List.of(), RETRY_AFTER, Map.of(), Set.of());

    Errors {
        code = List.copyOf(code);
        message = List.copyOf(message);
        sorts = Map.copyOf(sorts);
        unsubscribed = Set.copyOf(unsubscribed);
    }

    static Errors read(YamlNode node, String wait) {
        Set<String> words = new TreeSet<>(MEANINGS.keySet());
        words.addAll(Set.of("code", "status", "message", UNSUBSCRIBED));
        node.fields(words);
        Map<String, Sort> sorts = new HashMap<>();
        Set<String> unsubscribed = new HashSet<>();
        Set<String> said = new HashSet<>();
        node.fields().forEach((word, values) -> {
            if (MEANINGS.containsKey(word) || word.equals(UNSUBSCRIBED)) {
                values.items().forEach(value -> {
                    String name = word.equals(UNSUBSCRIBED) ? nameOfNone(value) : name(value);
                    if (!said.add(name)) {
                        throw value.error(Text.of("{0} has a meaning already; keep one.", "{0} 已有含义；请保留一个。", name));
                    }
                    if (word.equals(UNSUBSCRIBED)) {
                        unsubscribed.add(name);
                    } else {
                        sorts.put(name, MEANINGS.getOrDefault(word, Sort.PERMANENT));
                    }
                });
            }
        });
        return new Errors(
                Words.texts(node.optional("code")),
                Words.text(node, "status"),
                Words.texts(node.optional("message")),
                wait.isEmpty() ? RETRY_AFTER : wait,
                sorts,
                unsubscribed);
    }

    /** A whole number that HTTP has for a status is one, {@code 403}; every other word is a code of the service's own. */
    static String name(YamlNode value) {
        String text = value.filled();
        if (text.matches("[45]\\p{L}{2}|\\d+[xX]+") && !text.matches("[45]xx")) {
            throw Words.unknown(value, text, List.of("4xx", "5xx"));
        }
        return value.value() instanceof Long number && number >= FIRST_ERROR && number <= LAST_STATUS
                ? Refused.named(number.intValue())
                : text;
    }

    /**
     * The same of an error that says that there is none.
     *
     * @throws io.nephoscope.yaml.YamlException for what never says that: a refusal, a failure, a success, a hundred of statuses
     */
    static String nameOfNone(YamlNode value) {
        String name = name(value);
        boolean isNoError = value.value() instanceof Long number && number >= FIRST_STATUS && number < FIRST_ERROR;
        if (isNoError || NEVER_NONE.matcher(name).matches()) {
            throw value.error(Text.of(
                    "{0} never says that there is none; name the status or the code that says it, as 404.",
                    "{0} 从不表示不存在；请写明表示不存在的状态码或错误码，如 404。", name));
        }
        return name;
    }

    /** Whether a body says a code to which the file gives a meaning. */
    boolean isIn(Doc body) {
        return known(first(body, code)).isPresent();
    }

    /** Whether the file says what an error of the service looks like. */
    boolean isDescribed() {
        return !code.isEmpty() || !status.isEmpty() || !message.isEmpty();
    }

    /** Whether a body says any of what the file says that errors say. */
    boolean isDescribing(Doc body) {
        return !first(body, code).isEmpty()
                || !first(body, message).isEmpty()
                || (!status.isEmpty() && !word(Paths.get(body, status)).isEmpty());
    }

    /** The error that an answer holds. */
    Refused in(Doc body, Reply reply) {
        return new Refused(
                status(body, reply), first(body, code), Text.quoted(first(body, message)), retryAfter(reply));
    }

    Optional<Duration> retryAfter(Reply reply) {
        return reply.seconds(waiting);
    }

    private int status(Doc body, Reply reply) {
        String said = status.isEmpty() ? "" : word(Paths.get(body, status));
        if (said.matches("[45]\\d\\d")) {
            return Integer.parseInt(said);
        }
        return reply.status();
    }

    private static String first(Doc body, List<String> paths) {
        return paths.stream()
                .map(path -> word(Paths.get(body, path)))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What an error says in a field, as a text; empty where it says nothing. */
    static String word(Object field) {
        return field instanceof String || field instanceof Long ? String.valueOf(field) : "";
    }

    /** Whether a field says that there is an error. */
    static boolean isSaid(Object field) {
        return field != Absent.ABSENT && !field.equals("") && !field.equals(false) && !field.equals(Doc.empty());
    }

    Sort sort(Refused error) {
        Sort sort = meaning(error);
        return error.isForeign() && sort == Sort.GONE ? Sort.PERMANENT : sort;
    }

    private Sort meaning(Refused error) {
        return known(error.code())
                .or(() -> known(Refused.named(error.status())))
                .or(() -> error.status() == NEVER ? Optional.of(Sort.PERMANENT) : Optional.empty())
                .or(() -> known(hundred(error.status())))
                .or(() -> Optional.ofNullable(OF_HTTP.get(Refused.named(error.status()))))
                .or(() -> Optional.ofNullable(OF_HTTP.get(hundred(error.status()))))
                .orElse(Sort.PERMANENT);
    }

    private Optional<Sort> known(String name) {
        return unsubscribed.contains(name) ? Optional.of(Sort.PERMANENT) : Optional.ofNullable(sorts.get(name));
    }

    private static String hundred(int status) {
        return status / 100 + "xx";
    }
}
