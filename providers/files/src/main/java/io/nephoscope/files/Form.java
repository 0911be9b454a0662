package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
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
 * @param item reads one item from its text, of a list one of many, else the only one; it throws an {@link Unreadable} with
 *     one clause that says what is wrong
 */
record Form(Text label, Schema schema, Function<String, Object> item) {
    static final Form TEXT = new Form(Text.of("text", "文本"), Scalar.STRING, text -> text);
    static final Form KIND = new Form(Text.of("class", "类别"), Scalar.STRING, Form::kind);
    /** A level from 1 to 5, as people write it: 3, 三级, 第三级. */
    static final Form LEVEL = new Form(Text.of("1 to 5", "1 至 5"), Scalar.INT, Form::level);
    /** A day is its beginning in UTC. */
    static final Form TIME = new Form(Text.of("day or time", "日期或时间"), Scalar.TIMESTAMP, Form::time);

    static final Form ADDRESSES =
            new Form(Text.of("list of addresses", "地址列表"), Schema.listOf(Scalar.STRING), Form::address);
    static final Form DOMAINS =
            new Form(Text.of("list of domain names", "域名列表"), Schema.listOf(Scalar.STRING), Form::domain);
    static final Form SELECTORS =
            new Form(Text.of("list of selectors", "选择器列表"), Schema.listOf(Scalar.STRING), Form::selector);

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
        throw new Unreadable(Text.of(
                "there is no class {0}{1}", "没有类别 {0}{1}", Value.quoted(text), Suggestion.didYouMean(text, known)));
    }

    private static Object level(String text) {
        Matcher level = LEVEL_TEXT.matcher(text);
        if (!level.matches()) {
            throw new Unreadable(Text.of("{0} is no level from 1 to 5", "{0} 不是 1 至 5 的级别", Value.quoted(text)));
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
            throw new Unreadable(Text.of(
                    "{0} is no day, as 2026-01-31, and no time with its zone, as 2026-01-31T00:00:00Z",
                    "{0} 既不是日期（如 2026-01-31），也不是带时区的时间（如 2026-01-31T00:00:00Z）", Value.quoted(text)));
        }
    }

    static String address(String text) {
        try {
            Cidr.parse(text);
            return text;
        } catch (Unreadable e) {
            throw new Unreadable(Text.of(
                    "{0} is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no"
                            + " address, and leave empty what is not known",
                    "{0} 既不是地址（如 10.0.0.1），也不是地址段（如 10.0.0.0/8）；没有地址请写 none，不清楚请留空", Value.quoted(text)));
        }
    }

    private static Object domain(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > LONGEST_DOMAIN || !DOMAIN.matcher(name).matches()) {
            throw new Unreadable(Text.of(
                    "{0} is no domain name, as shop.example.com or *.example.com",
                    "{0} 不是域名（如 shop.example.com 或 *.example.com）", Value.quoted(text)));
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static Object selector(String text) {
        int colon = text.replace('：', ':').indexOf(':');
        String named = colon < 0 ? "" : text.substring(0, colon).strip();
        String sort = CHINESE_SORTS.getOrDefault(named, named);
        String what = text.substring(colon + 1).strip();
        if (!SELECTOR_SORTS.contains(sort)) {
            throw new Unreadable(Text.of(
                    "{0} is no selector; one begins with {1}:",
                    "{0} 不是选择器；选择器的开头须为 {1}:", Value.quoted(text), String.join(":, ", SELECTOR_SORTS)));
        }
        Object checked = switch (sort) {
            case "address" -> address(what);
            case "domain" -> domain(what);
            case "class" -> kind(what);
            case "tag" -> tag(what);
            default -> what;
        };
        if (what.isEmpty()) {
            throw new Unreadable(Text.of(
                    "{0} selects nothing; write what comes after the colon",
                    "{0} 没有选择任何内容；请写明冒号之后的部分", Value.quoted(text)));
        }
        return sort + ":" + checked;
    }

    private static Object tag(String text) {
        if (text.indexOf('=') < 1) {
            throw new Unreadable(Text.of(
                    "{0} is no tag with its value, as tag:Env=prod",
                    "{0} 不是带值的标签（如 tag:Env=prod）", Value.quoted("tag:" + text)));
        }
        return text;
    }
}
