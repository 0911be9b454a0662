package io.nephoscope.files;

import io.nephoscope.inventory.doc.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** What a cell of a workbook says, as Excel shows it: a text, or why there is none. */
final class XlsxCell {
    /** As many digits as Excel keeps: the others are zeros in the file, whatever was typed. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final double FIRST_LOST = 1e15;
    /** 9999-12-31 and a day. */
    private static final double AFTER_LAST_DAY = 2_958_466;

    private static final List<String> ERRORS = List.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#GETTING_DATA",
            "#SPILL!",
            "#CONNECT!",
            "#BLOCKED!",
            "#UNKNOWN!",
            "#FIELD!",
            "#CALC!");

    /** A letter that XML cannot hold, or that someone escaped: {@code _x000D_}. */
    private static final Pattern LETTER_CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    /** What of a number's format is shown as it stands, and colours, conditions and languages. */
    private static final Pattern SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hmsHMS]+\\])[^\\]]*\\]");

    private static final Pattern ZEROS = Pattern.compile("00+");

    private XlsxCell() {}

    /** @return a {@link String}, empty where the cell is; or an {@link Unread} */
    static Object read(Cell cell) {
        Object value = cell.getValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> decoded(cell.getText());
            case ERROR -> error(cell, String.valueOf(cell.getRawValue()));
            case NUMBER, BOOLEAN, FORMULA -> {
                if (value instanceof BigDecimal number) {
                    yield number(cell, number.doubleValue());
                } else if (value == null) {
                    yield unread(
                            cell,
                            Text.of(
                                    "a formula without its result; open the workbook in Excel and save it",
                                    "没有计算结果的公式；请用 Excel 打开工作簿并保存"));
                } else {
                    String text = decoded(value.toString());
                    yield ERRORS.contains(text) ? error(cell, text) : text;
                }
            }
        };
    }

    private static Unread error(Cell cell, String error) {
        return unread(
                cell,
                Text.of("the error {0}; mend what it is worked out from", "错误值 {0}；请修正其数据来源", Value.quoted(error)));
    }

    private static Unread unread(Cell cell, Text what) {
        return new Unread(Text.of("the cell {0} holds {1}", "单元格 {0} 为{1}", cell.getAddress(), what));
    }

    private static String decoded(String text) {
        return LETTER_CODE
                .matcher(text)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    private static Object number(Cell cell, double number) {
        if (Math.abs(number) >= FIRST_LOST) {
            return unread(
                    cell,
                    Text.of(
                            "a number of which Excel keeps the first 15 digits only; make the cell a text and type it anew",
                            "超过 15 位的数字，Excel 仅保留前 15 位；请将单元格设为文本后重新输入"));
        }
        String format = SHOWN.matcher(Objects.requireNonNullElse(cell.getDataFormatString(), ""))
                .replaceAll("")
                .replaceFirst(";.*", "")
                .toLowerCase(Locale.ROOT);
        int known = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
        boolean isDay = isDay(known) || (!format.equals("general") && format.matches(".*[yd].*|m+"));
        if (isDay || isTime(known) || (!format.equals("general") && format.matches(".*[hs].*"))) {
            return time(cell, number, isDay);
        }
        String plain = new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
        return ZEROS.matcher(format).matches() && plain.matches("\\d+")
                ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain
                : plain;
    }

    /** Formats that Excel has in Chinese, Japanese and Korean and does not write out: ECMA-376 part 1, 18.8.30. */
    private static boolean isDay(int format) {
        return (format >= 27 && format <= 31)
                || format == 36
                || (format >= 50 && format <= 54)
                || format == 57
                || format == 58;
    }

    private static boolean isTime(int format) {
        return (format >= 32 && format <= 35) || format == 55 || format == 56;
    }

    /** A day as 2026-01-31; a time has no zone, as Excel has none. */
    private static Object time(Cell cell, double number, boolean isDay) {
        if (number < 0 || number >= AFTER_LAST_DAY || (isDay && number < 1)) {
            return unread(cell, Text.of("no day that Excel can show", "Excel 无法显示的日期"));
        }
        LocalDateTime time = cell.asDate();
        if (isDay) {
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.withNano(0).toString();
        }
        long seconds = Math.round(number * 86_400);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
