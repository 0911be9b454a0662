package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.network.Cidr;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field of the standard may hold.
 *
 * @param label in a word or three
 * @param item reads one item from its text, of a list one of many, else the only one; it throws an {@link IllegalArgumentException} with
 *     one clause that says what is wrong
 */
record Form(String label, Schema schema, Function<String, Object> item) {
    static final Form TEXT = new Form("text", Scalar.STRING, text -> text);
    static final Form KIND = new Form("class", Scalar.STRING, Form::kind);
    /** A level from 1 to 5, as people write it: 3, 三级, 第三级. */
    static final Form LEVEL = new Form("1 to 5", Scalar.INT, Form::level);
    /** A day is its beginning in UTC. */
    static final Form TIME = new Form("day or time", Scalar.TIMESTAMP, Form::time);

    static final Form ADDRESSES = new Form("list of addresses", Schema.listOf(Scalar.STRING), Form::address);
    static final Form DOMAINS = new Form("list of domain names", Schema.listOf(Scalar.STRING), Form::domain);
    static final Form SELECTORS = new Form("list of selectors", Schema.listOf(Scalar.STRING), Form::selector);

    private static final Pattern LEVEL_TEXT = Pattern.compile("第?([1-5一二三四五])级?");
    private static final String CHINESE_DIGITS = "一二三四五";
    private static final Pattern DOMAIN = Pattern.compile(
            "(\\*\\.)?([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?\\.)*[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");
    private static final int LONGEST_DOMAIN = 253;
    private static final List<String> SELECTOR_SORTS = List.of("address", "domain", "tag", "id", "class");
    private static final Map<String, String> CHINESE_SORTS =
            Map.of("地址", "address", "网段", "address", "域名", "domain", "标签", "tag", "编号", "id", "类别", "class");

    boolean isList() {
        return schema instanceof Schema.ListOf;
    }

    Object read(String text) {
        return item.apply(text);
    }

    private static Object kind(String text) {
        if (Kinds.named(text).isPresent()) {
            return text;
        }
        List<String> known = Kinds.all().stream().map(Kind::name).toList();
        throw new IllegalArgumentException(
                "there is no class " + Value.quoted(text) + Suggestion.didYouMean(text, known));
    }

    private static Object level(String text) {
        Matcher level = LEVEL_TEXT.matcher(text);
        if (!level.matches()) {
            throw new IllegalArgumentException(Value.quoted(text) + " is no level from 1 to 5");
        }
        int chinese = CHINESE_DIGITS.indexOf(level.group(1));
        return chinese >= 0 ? chinese + 1L : Long.parseLong(level.group(1));
    }

    private static Object time(String text) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString()
                    : OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    Value.quoted(text)
                            + " is no day, as 2026-01-31, and no time with its zone, as 2026-01-31T00:00:00Z",
                    e);
        }
    }

    static String address(String text) {
        try {
            Cidr.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Value.quoted(text)
                            + " is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no"
                            + " address, and leave empty what is not known",
                    e);
        }
    }

    private static Object domain(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > LONGEST_DOMAIN || !DOMAIN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    Value.quoted(text) + " is no domain name, as shop.example.com or *.example.com");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static Object selector(String text) {
        int colon = text.replace('：', ':').indexOf(':');
        String named = colon < 0 ? "" : text.substring(0, colon).strip();
        String sort = CHINESE_SORTS.getOrDefault(named, named);
        String what = text.substring(colon + 1).strip();
        if (!SELECTOR_SORTS.contains(sort)) {
            throw new IllegalArgumentException(Value.quoted(text) + " is no selector; one begins with "
                    + String.join(":, ", SELECTOR_SORTS) + ":");
        }
        Object checked = switch (sort) {
            case "address" -> address(what);
            case "domain" -> domain(what);
            case "class" -> kind(what);
            case "tag" -> tag(what);
            default -> what;
        };
        if (what.isEmpty()) {
            throw new IllegalArgumentException(
                    Value.quoted(text) + " selects nothing; write what comes after the colon");
        }
        return sort + ":" + checked;
    }

    private static Object tag(String text) {
        if (text.indexOf('=') < 1) {
            throw new IllegalArgumentException(
                    Value.quoted("tag:" + text) + " is no tag with its value, as tag:Env=prod");
        }
        return text;
    }
}
