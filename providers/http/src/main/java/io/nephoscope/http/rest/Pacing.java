package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a service takes, beside what the gateway finds out by itself.
 *
 * @param between the shortest time from one call to the next; empty for none
 * @param parallel how many calls may be under way at once; empty for any number
 * @param waiting the header by which an answer says how many seconds to wait; empty for HTTP's own
 */
record Pacing(Optional<Duration> between, Optional<Integer> parallel, String waiting) {
    static final Pacing FREE = new Pacing(Optional.empty(), Optional.empty(), "");

    private static final Set<String> WORDS = Set.of("rate", "parallel", "wait");
    private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,4})/(s|min|h)");

    static Pacing read(YamlNode node) {
        node.fields(WORDS);
        return new Pacing(
                node.optional("rate").map(Pacing::between),
                node.optional("parallel").map(it -> Math.toIntExact(Math.max(1, Math.min(1_000, Words.number(it))))),
                Words.text(node, "wait").toLowerCase(Locale.ROOT));
    }

    private static Duration between(YamlNode node) {
        Matcher rate = RATE.matcher(node.filled());
        if (!rate.matches()) {
            throw node.error(Text.of(
                    "{0} is no rate; write it as 2/s or 100/min.", "{0} 不是速率；请写作 2/s 或 100/min。", node.filled()));
        }
        Duration span = switch (rate.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "min" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return span.dividedBy(Long.parseLong(rate.group(1)));
    }
}
