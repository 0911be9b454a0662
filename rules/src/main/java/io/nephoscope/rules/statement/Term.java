package io.nephoscope.rules.statement;

import io.nephoscope.rules.yaml.YamlException;
import io.nephoscope.rules.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * From when to when a statement holds. Days begin and end in UTC.
 *
 * @param from the first day; empty for one that has held all along
 * @param until the last day
 */
public record Term(Optional<LocalDate> from, LocalDate until) {
    static final String FROM = "from";
    static final String UNTIL = "until";
    /** With four digits for the year, so that there is always a year after it. */
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws YamlException where a day is none, or the last comes before the first */
    static Term read(YamlNode node) {
        Optional<LocalDate> from = node.optional(FROM).map(Term::day);
        YamlNode last = node.field(UNTIL);
        LocalDate until = day(last);
        if (from.filter(until::isBefore).isPresent()) {
            throw last.error("the last day, " + until + ", comes before the first, " + from.get() + "; change one.");
        }
        return new Term(from, until);
    }

    /**
     * A term of a year at most.
     *
     * @throws YamlException where it is longer, or has no first day
     */
    static Term ofAYear(YamlNode node) {
        node.field(FROM);
        Term term = read(node);
        LocalDate latest = term.from.orElse(term.until).plusYears(1);
        if (term.until.isAfter(latest)) {
            throw node.field(UNTIL)
                    .error("a statement holds for a year at most; write " + latest
                            + " or an earlier day, and state it anew then.");
        }
        return term;
    }

    private static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.filled(), DAY);
        } catch (DateTimeException e) {
            throw node.error("\"" + node.text() + "\" is no day of the calendar; write it as 2026-12-31.");
        }
    }

    public boolean hasBegun(Instant now) {
        return from.isEmpty() || !from.get().isAfter(day(now));
    }

    public boolean isOver(Instant now) {
        return until.isBefore(day(now));
    }

    public boolean holds(Instant now) {
        return hasBegun(now) && !isOver(now);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
