package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Selector;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.inventory.network.DomainName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    static final Form KIND = new Form(
            Text.of("class", "类别"), Scalar.STRING, text -> Kind.parse(text).name());
    /** A level from 1 to 5, as people write it: 3, 三级, 第三级. */
    static final Form LEVEL = new Form(Text.of("1 to 5", "1 至 5"), Scalar.INT, Form::level);
    /** A day is its beginning in UTC. */
    static final Form TIME = new Form(Text.of("day or time", "日期或时间"), Scalar.TIMESTAMP, Form::time);

    static final Form ADDRESSES =
            new Form(Text.of("list of addresses", "地址列表"), Schema.listOf(Scalar.STRING), Form::address);
    static final Form DOMAINS =
            new Form(Text.of("list of domain names", "域名列表"), Schema.listOf(Scalar.STRING), DomainName::parse);
    static final Form SELECTORS = new Form(
            Text.of("list of selectors", "选择器列表"),
            Schema.listOf(Scalar.STRING),
            text -> Selector.parse(text).toString());

    private static final Pattern LEVEL_TEXT = Pattern.compile("第?([1-5一二三四五])级?");
    private static final String CHINESE_DIGITS = "一二三四五";

    boolean isList() {
        return schema instanceof Schema.ListOf;
    }

    Object read(String text) {
        return item.apply(text);
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
}
