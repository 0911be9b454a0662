package io.nephoscope.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes conditions over boxes that the checker accepts. The same seed makes the same ones. */
final class RandomExpressions {
    private final Random random;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private int variables;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String next() {
        return bool(4);
    }

    @SafeVarargs
    private String oneOf(Supplier<String>... makers) {
        return makers[random.nextInt(makers.length)].get();
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private String bool(int depth) {
        if (depth == 0) {
            return oneOf(
                    () -> pick("true", "false", "attributes.Open", "facets.public", "facets.versioned"),
                    () -> "attributes.Open",
                    () -> pick(
                            "has(attributes.Owner)",
                            "has(attributes.Name)",
                            "has(attributes.Rules)",
                            "'a' in attributes.Labels",
                            "attributes.Free.truth"),
                    () -> rules.isEmpty() ? "attributes.Open" : "has(" + rules.get(0) + ".Expires)");
        }
        return oneOf(
                () -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")",
                () -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")",
                () -> "!(" + bool(depth - 1) + ")",
                () -> "(" + bool(depth - 1) + " ? " + bool(depth - 1) + " : " + bool(depth - 1) + ")",
                () -> "(" + number(depth - 1) + pick(" < ", " <= ", " == ", " != ", " > ", " >= ") + number(depth - 1)
                        + ")",
                () -> "(" + text(depth - 1) + pick(" == ", " != ", " < ") + text(depth - 1) + ")",
                () -> "(" + text(depth - 1) + ")" + pick(".contains(", ".startsWith(", ".endsWith(") + text(depth - 1)
                        + ")",
                () -> "(" + text(depth - 1) + " in ['a', 'ab', 'b'])",
                () -> "(" + number(depth - 1) + " in " + list(depth - 1) + ")",
                () -> "(" + list(depth - 1) + pick(" == ", " != ") + list(depth - 1) + ")",
                () -> "(" + time() + pick(" < ", " >= ", " == ") + time() + ")",
                () -> overNumbers(depth),
                () -> overRules(depth),
                () -> "related.keys." + pick("all", "exists", "exists_one") + "(k, "
                        + pick("k.attributes.Rotated", "k.name == 'a'", "k.attributes.Rotated || k.name == 'b'") + ")",
                () -> "attributes.Labels." + pick("all", "exists") + "(l, attributes.Labels[l] == " + text(0) + ")",
                () -> "(attributes.Owner == attributes.Owner.Parent)");
    }

    private String overNumbers(int depth) {
        String range = list(depth - 1);
        String variable = "n" + variables++;
        numbers.add(0, variable);
        String body = bool(depth - 1);
        numbers.remove(0);
        return range + "." + pick("all", "exists", "exists_one") + "(" + variable + ", " + body + ")";
    }

    private String overRules(int depth) {
        String variable = "r" + variables++;
        rules.add(0, variable);
        String body = bool(depth - 1);
        rules.remove(0);
        return "attributes.Rules." + pick("all", "exists", "exists_one") + "(" + variable + ", " + body + ")";
    }

    private String number(int depth) {
        if (depth == 0) {
            return oneOf(
                    () -> String.valueOf(random.nextInt(5) - 1).replace("-1", "(-1)"),
                    () -> "attributes.Size",
                    () -> numbers.isEmpty() ? "attributes.Size" : numbers.get(random.nextInt(numbers.size())),
                    () -> rules.isEmpty() ? "size(related.keys)" : rules.get(random.nextInt(rules.size())) + ".Port",
                    () -> "attributes.Free.number");
        }
        return oneOf(
                () -> "(" + number(depth - 1) + pick(" + ", " - ", " * ", " / ", " % ") + number(depth - 1) + ")",
                () -> "size(" + list(depth - 1) + ")",
                () -> "size(" + pick("attributes.Labels", "attributes.Rules", text(depth - 1)) + ")",
                () -> list(depth - 1) + "[" + random.nextInt(3) + "]",
                () -> "(" + bool(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")",
                () -> number(0));
    }

    private String text(int depth) {
        if (depth == 0) {
            return oneOf(
                    () -> pick("''", "'a'", "'b'", "'ab'"),
                    () -> pick("attributes.Name", "attributes.Owner.Id", "attributes.Labels['a']"),
                    () -> pick("attributes.Free.text", "attributes.Owner.Parent.Id", "region"),
                    () -> rules.isEmpty() ? "attributes.Name" : rules.get(0) + ".Cidr");
        }
        return oneOf(
                () -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")",
                () -> "(" + bool(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")",
                () -> text(0));
    }

    private String list(int depth) {
        if (depth == 0) {
            return pick("attributes.Ports", "attributes.Ports", "[1, 2]", "[attributes.Size]");
        }
        return oneOf(
                () -> "[" + number(depth - 1) + ", " + number(depth - 1) + "]",
                () -> "(" + list(depth - 1) + " + " + list(depth - 1) + ")",
                () -> collected("map", depth),
                () -> collected("filter", depth),
                () -> list(0));
    }

    private String collected(String macro, int depth) {
        String range = list(depth - 1);
        String variable = "n" + variables++;
        numbers.add(0, variable);
        String body = macro.equals("map") ? number(depth - 1) : bool(depth - 1);
        numbers.remove(0);
        return range + "." + macro + "(" + variable + ", " + body + ")";
    }

    private String time() {
        return oneOf(
                () -> "now",
                () -> "attributes.CreateDate",
                () -> rules.isEmpty() ? "attributes.Dates[0]" : rules.get(0) + ".Expires",
                () -> "(now - duration('24h'))");
    }
}
