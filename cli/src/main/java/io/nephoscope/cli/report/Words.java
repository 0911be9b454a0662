package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our texts, and texts from outside, as one language shows them. */
public record Words(Language language) {
    /** The order in which reports show verdicts: what needs a person comes first. */
    public static final List<Verdict> VERDICTS =
            List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.MANUAL);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?Z");

    /** Our own text, with its arguments. Numbers are grouped; other arguments stand as they are. */
    public String of(Word word, Object... arguments) {
        return PLACE.matcher(form(word.in(language), arguments)).replaceAll(place -> {
            Object argument = arguments[Integer.parseInt(place.group(1))];
            return Matcher.quoteReplacement(
                    argument instanceof Number number ? number(number.longValue()) : argument.toString());
        });
    }

    /** Our own text with its places still open. */
    public String template(Word word) {
        return word.in(language);
    }

    private static String form(String text, Object[] arguments) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return text;
        }
        boolean one = arguments[0] instanceof Number number && number.longValue() == 1;
        return one ? text.substring(0, bar) : text.substring(bar + 1);
    }

    public String of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> choose("PASS", "合规");
            case FAIL -> choose("FAIL", "不合规");
            case UNKNOWN -> choose("UNKNOWN", "未知");
            case NOT_APPLICABLE -> choose("N/A", "不适用");
            case MANUAL -> choose("MANUAL", "人工");
        };
    }

    public String of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> choose("critical", "严重");
            case HIGH -> choose("high", "高危");
            case MEDIUM -> choose("medium", "中危");
            case LOW -> choose("low", "低危");
        };
    }

    public String of(Status outcome) {
        return switch (outcome) {
            case VALUE -> choose("answered", "已应答");
            case ABSENT -> choose("there is none", "不存在");
            case DENIED -> choose("denied", "被拒绝");
            case BARRED -> choose("barred by a policy", "被策略禁止");
            case SIGNED_OUT -> choose("signed out", "凭证失效");
            case THROTTLED -> choose("throttled", "被限流");
            case FAILED -> choose("failed", "失败");
            case OVER_BUDGET -> choose("over budget", "超出预算");
            case UNSUPPORTED -> choose("not offered", "不提供");
            case NOT_COLLECTED -> choose("not asked for", "未请求");
            case OUTSIDE -> choose("outside the scan", "不在扫描范围");
            case NOT_SAID -> choose("not said", "应答未给出");
            case NO_API -> choose("no API", "无 API");
        };
    }

    public String of(CoverageStatus status) {
        return switch (status) {
            case READ -> choose("read", "已读取");
            case EMPTY -> choose("empty", "无资产");
            case DENIED -> choose("denied", "被拒绝");
            case BARRED -> choose("barred by a policy", "被策略禁止");
            case SIGNED_OUT -> choose("signed out", "凭证失效");
            case THROTTLED -> choose("throttled", "被限流");
            case FAILED -> choose("failed", "失败");
            case OVER_BUDGET -> choose("over budget", "超出预算");
            case NOT_ENABLED -> choose("not enabled", "未启用");
            case NO_API -> choose("no API", "无 API");
            case SKIPPED -> choose("skipped", "未请求");
        };
    }

    /** A status in a letter, for cells that hold no more. */
    public String letter(CoverageStatus status) {
        return switch (status) {
            case READ -> "9";
            case EMPTY -> "0";
            case NOT_ENABLED -> "–";
            case SKIPPED -> "·";
            case DENIED -> choose("D", "拒");
            case BARRED -> choose("B", "禁");
            case SIGNED_OUT -> choose("S", "证");
            case THROTTLED -> choose("T", "限");
            case FAILED -> choose("F", "败");
            case OVER_BUDGET -> choose("O", "超");
            case NO_API -> choose("N", "无");
        };
    }

    /** What a branch of the organisation is. */
    public String branchKind(String kind) {
        return switch (kind) {
            case "group" -> choose("group", "集团");
            case "system" -> choose("system", "信息系统");
            default -> choose("branch", "分支机构");
        };
    }

    private String choose(String en, String zh) {
        return Text.of(en, zh).in(language);
    }

    /** The style of a verdict, severity or outcome in the page. */
    public static String style(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A verdict by its shape, for eyes that do not tell colours apart. */
    public static String shape(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case FAIL -> "✕";
            case UNKNOWN -> "?";
            case NOT_APPLICABLE -> "–";
            case MANUAL -> "○";
        };
    }

    /** The tag of HTML's {@code lang}. */
    public String htmlLanguage() {
        return language == Language.ZH ? "zh-CN" : language.tag();
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A rule's text, which is ours or the user's. */
    public String in(Text text) {
        return Escaped.lines(text.in(language)).strip();
    }

    /** A name or id from a cloud. */
    public String name(String text) {
        return shortened(text, 120);
    }

    /** A value or a message from a cloud. */
    public String value(String text) {
        return shortened(text, 400);
    }

    /** A name in the language of the words. */
    public String name(Text text) {
        return name(text.in(language));
    }

    /** A message in the language of the words. */
    public String value(Text text) {
        return value(text.in(language));
    }

    private String shortened(String text, int limit) {
        return Escaped.line(text, limit, more -> of(Word.MORE_CHARACTERS, more));
    }

    /** An instant, ISO 8601 in UTC, as people write it; anything else as it stands. */
    public String time(String iso) {
        Matcher instant = INSTANT.matcher(iso);
        return instant.matches() ? instant.group(1) + " " + instant.group(2) + " UTC" : name(iso);
    }

    /** Sentences in a row; Chinese puts no space between them. */
    public String sentences(List<String> sentences) {
        return String.join(choose(" ", ""), sentences);
    }

    public String list(List<String> items) {
        return String.join(of(Word.LIST_SEPARATOR), items);
    }

    /** The first of many, and how many more there are. */
    public String list(List<String> items, int most) {
        return items.size() <= most
                ? list(items)
                : list(items.subList(0, most)) + " " + of(Word.AND_MORE, items.size() - most);
    }
}
