package io.nephoscope.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.nephoscope.inventory.doc.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The functions that rules may call, by name. Regular expressions are RE2's, whose time is linear in the text. */
final class Functions {
    private static final double LARGEST_PATTERN = 1_000_000;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(?:\\d+,)?(\\d{1,4})");

    /** Whether a list has more items than a number: no name that rules can write. */
    static final String MORE_THAN = "@moreThan";

    private static final Map<String, Strict.One> ONE = Map.ofEntries(
            Map.entry("-_", Arithmetic::negate),
            Map.entry("size", Conversions::size),
            Map.entry("int", Conversions::toInt),
            Map.entry("double", Conversions::toDouble),
            Map.entry("string", Conversions::toText),
            Map.entry("bool", Conversions::toBool),
            Map.entry("timestamp", Conversions::toTimestamp),
            Map.entry("duration", Conversions::toDuration),
            Map.entry("dyn", value -> value));
    private static final Map<String, Strict.Two> TWO = Map.ofEntries(
            Map.entry("_+_", Arithmetic::add),
            Map.entry("_-_", Arithmetic::subtract),
            Map.entry("_*_", Arithmetic::multiply),
            Map.entry("_/_", Arithmetic::divide),
            Map.entry("_%_", Arithmetic::remainder),
            Map.entry("_[_]", Arithmetic::index),
            Map.entry("@in", Equality::in),
            Map.entry(MORE_THAN, Conversions::moreThan),
            Map.entry("startsWith", texts("startsWith", String::startsWith)),
            Map.entry("endsWith", texts("endsWith", String::endsWith)),
            Map.entry("contains", texts("contains", String::contains)),
            Map.entry("matches", Functions::matches));

    private Functions() {}

    /** A question about two texts. */
    private interface Question {
        Object ask(String left, String right);
    }

    private static Strict.Two texts(String name, Question question) {
        return (left, right) -> left instanceof String text && right instanceof String other
                ? question.ask(text, other)
                : Arithmetic.undefined(name, left, right);
    }

    static Optional<Strict.One> ofOne(String name) {
        return Times.isPart(name) ? Optional.of(value -> Times.part(name, value)) : Optional.ofNullable(ONE.get(name));
    }

    static Optional<Strict.Two> ofTwo(String name) {
        return Times.isPart(name)
                ? Optional.of((value, zone) -> Times.part(name, value, zone))
                : Optional.ofNullable(TWO.get(name));
    }

    /** Whether a pattern matches anywhere in a text. */
    private static Object matches(Object left, Object right) {
        if (!(left instanceof String text) || !(right instanceof String pattern)) {
            return Arithmetic.undefined("matches", left, right);
        }
        Object compiled = pattern(pattern);
        return compiled instanceof Pattern ? matching(compiled).apply(text) : compiled;
    }

    /** Whether a compiled pattern matches anywhere in a text. */
    static Strict.One matching(Object pattern) {
        return value -> value instanceof String text && pattern instanceof Pattern known
                ? (Object) known.matcher(text).find()
                : Arithmetic.undefined("matches", value, pattern);
    }

    /** A compiled pattern, or an error. */
    static Object pattern(String text) {
        if (expanded(text) > LARGEST_PATTERN) {
            return RuleError.of(Text.of("the pattern is too long, or repeats too much", "正则表达式过长，或重复过多"));
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            return RuleError.of(Text.of("\"{0}\" is no pattern ({1})", "“{0}”不是正则表达式（{1}）", text, e.getDescription()));
        }
    }

    /** How long a pattern may become at most when its repetitions, {@code {1,64}}, are written out: so it is compiled. */
    private static double expanded(String pattern) {
        return REPETITION
                .matcher(pattern)
                .results()
                .mapToDouble(repetition -> Double.parseDouble(repetition.group(1)))
                .reduce(pattern.length(), (length, times) -> length * Math.max(1, times));
    }

    /** What a rule may write before a parenthesis. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("has", "all", "exists", "exists_one", "map", "filter"));
        ONE.keySet().stream().filter(Functions::isName).forEach(names::add);
        TWO.keySet().stream().filter(Functions::isName).forEach(names::add);
        names.addAll(Times.parts());
        return names;
    }

    private static boolean isName(String function) {
        return Character.isLetter(function.charAt(0));
    }
}
