package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps of the years 1 to 9999 and durations of up to 10,000 years, as CEL has them. */
final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int WHOLE_SECONDS = "2026-01-01T00:00:00Z".length();
    private static final long MOST_SECONDS = 315_576_000_000L;
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(h|ms|m|s|us|µs|ns)");
    private static final Map<String, BigDecimal> NANOS = Map.of(
            "h", BigDecimal.valueOf(3_600_000_000_000L),
            "m", BigDecimal.valueOf(60_000_000_000L),
            "s", BigDecimal.valueOf(1_000_000_000L),
            "ms", BigDecimal.valueOf(1_000_000L),
            "us", BigDecimal.valueOf(1_000L),
            "µs", BigDecimal.valueOf(1_000L),
            "ns", BigDecimal.ONE);
    private static final Map<String, ToLongFunction<ZonedDateTime>> PARTS_OF_TIMESTAMPS = Map.of(
            "getFullYear",
            ZonedDateTime::getYear,
            "getMonth",
            time -> time.getMonthValue() - 1L,
            "getDayOfYear",
            time -> time.getDayOfYear() - 1L,
            "getDayOfMonth",
            time -> time.getDayOfMonth() - 1L,
            "getDate",
            ZonedDateTime::getDayOfMonth,
            "getDayOfWeek",
            time -> time.getDayOfWeek().getValue() % 7L,
            "getHours",
            ZonedDateTime::getHour,
            "getMinutes",
            ZonedDateTime::getMinute,
            "getSeconds",
            ZonedDateTime::getSecond,
            "getMilliseconds",
            time -> time.get(ChronoField.MILLI_OF_SECOND));
    private static final Map<String, ToLongFunction<Duration>> PARTS_OF_DURATIONS = Map.of(
            "getHours", Duration::toHours,
            "getMinutes", Duration::toMinutes,
            "getSeconds", Duration::toSeconds,
            "getMilliseconds", duration -> duration.toMillisPart());

    private Times() {}

    /** An ISO 8601 text with a zone, as a moment. */
    static Optional<Instant> parse(String text) {
        try {
            Instant time = text.length() == WHOLE_SECONDS && text.endsWith("Z")
                    ? wholeSeconds(text)
                    : OffsetDateTime.parse(text).toInstant();
            return isInRange(time) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The commonest form, {@code 2026-01-01T00:00:00Z}, at a tenth of the time. */
    private static Instant wholeSeconds(String text) {
        if (text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            throw new DateTimeException("no timestamp");
        }
        LocalDate day = LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
        LocalTime time = LocalTime.of(two(text, 11), two(text, 14), two(text, 17));
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + time.toSecondOfDay());
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new DateTimeException("no digits");
        }
        return tens * 10 + ones;
    }

    /** A text like {@code 90m}, {@code 1h30m} or {@code -1.5s}, as a duration. */
    static Optional<Duration> parseDuration(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(rest);
        int at = 0;
        while (at < rest.length() && part.region(at, rest.length()).lookingAt()) {
            nanos = nanos.add(
                    new BigDecimal(part.group(1)).multiply(NANOS.getOrDefault(part.group(2), BigDecimal.ZERO)));
            at = part.end();
        }
        BigDecimal seconds = nanos.movePointLeft(9);
        if (at == 0 || at < rest.length() || seconds.compareTo(BigDecimal.valueOf(MOST_SECONDS)) > 0) {
            return Optional.empty();
        }
        Duration duration = Duration.ofSeconds(
                seconds.longValue(),
                nanos.remainder(BigDecimal.valueOf(1_000_000_000L)).longValue());
        return Optional.of(negative ? duration.negated() : duration);
    }

    /** A duration in seconds, with as many groups of three decimals as it needs: {@code 1.500s}. */
    static String format(Duration duration) {
        Duration size = duration.abs();
        String decimals = size.toNanosPart() == 0
                ? ""
                : ("." + String.format(Locale.ROOT, "%09d", size.toNanosPart())).replaceFirst("(000)+$", "");
        return (duration.isNegative() ? "-" : "") + size.toSeconds() + decimals + "s";
    }

    static Object plus(Instant time, Duration duration) {
        try {
            Instant sum = time.plus(duration);
            return isInRange(sum) ? sum : outOfRange();
        } catch (DateTimeException | ArithmeticException e) {
            return outOfRange();
        }
    }

    static Object plus(Duration left, Duration right) {
        Duration sum = left.plus(right);
        return Math.abs(sum.toSeconds()) <= MOST_SECONDS ? sum : outOfRange();
    }

    static Object between(Instant from, Instant to) {
        return Duration.between(from, to);
    }

    static boolean isInRange(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    private static Object outOfRange() {
        return RuleError.of(Text.of("the time lies outside the years 1 to 9999", "时间超出公元 1 至 9999 年"));
    }

    /** The methods that take a timestamp or a duration apart. */
    static Set<String> parts() {
        return PARTS_OF_TIMESTAMPS.keySet();
    }

    /** Whether a method of this name takes a timestamp or a duration apart. */
    static boolean isPart(String method) {
        return PARTS_OF_TIMESTAMPS.containsKey(method);
    }

    /** A part of a timestamp in UTC, or of a duration. */
    static Object part(String method, Object value) {
        ToLongFunction<Duration> ofDuration = PARTS_OF_DURATIONS.get(method);
        return value instanceof Duration duration && ofDuration != null
                ? (Object) ofDuration.applyAsLong(duration)
                : part(method, value, "UTC");
    }

    /** A part of a timestamp in a time zone, {@code Asia/Shanghai} or {@code +08:00}. */
    static Object part(String method, Object value, Object zone) {
        ToLongFunction<ZonedDateTime> part = PARTS_OF_TIMESTAMPS.get(method);
        if (part == null || !(value instanceof Instant time) || !(zone instanceof String name)) {
            return RuleError.of(
                    Text.of("{0} cannot be called on {1}", "不能对{1}调用 {0}", method, Expected.describe(value)));
        }
        try {
            return part.applyAsLong(time.atZone(zone(name)));
        } catch (DateTimeException e) {
            return RuleError.of(Text.of("there is no time zone {0}", "没有时区 {0}", name));
        }
    }

    private static ZoneId zone(String name) {
        return name.matches("\\d.*") ? ZoneOffset.of("+" + name) : ZoneId.of(name);
    }
}
