package io.nephoscope.rules.statement;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
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
            throw last.error(Text.of(
                    "the last day, {0}, comes before the first, {1}; change one.",
                    "截止日 {0} 早于起始日 {1}；请修改其一。", until, from.get()));
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
                    .error(Text.of(
                            "a statement holds for a year at most; write {0} or an earlier day, and state it anew then.",
                            "声明的有效期最长一年；请写 {0} 或更早的日期，届时重新声明。", latest));
        }
        return term;
    }

    private static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.filled(), DAY);
        } catch (DateTimeException e) {
            throw node.error(Text.of(
                    "\"{0}\" is no day of the calendar; write it as 2026-12-31.",
                    "“{0}”不是日历上的日期；请写成 2026-12-31。", node.text()));
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
