package io.nephoscope.cli.report.sheet;

import java.util.regex.Pattern;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** The one way into a worksheet: texts that are never formulas, and numbers. */
record Cells(Worksheet worksheet) {
    /** What a spreadsheet would read as the code of a letter, though it stands there as it is. */
    private static final Pattern LETTER_CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int LETTERS = 10;
    private static final String UNDERSCORE = "_x005F_";

    /** @param value a number as {@link Long}; anything else as text */
    void put(int row, int column, Object value) {
        if (value instanceof Long number) {
            worksheet.value(row, column, number);
        } else {
            String text = CellText.of(String.valueOf(value));
            worksheet.inlineString(
                    row, column, text.contains("_x") ? LETTER_CODE.matcher(text).replaceAll(UNDERSCORE) : text);
        }
    }

    /** Wraps what stands in cells of a row, at the top of it. */
    void wrap(int row, int first, int last) {
        style(row, first, last).wrapText(true).verticalAlignment("top").set();
    }

    void tone(int row, int first, int last, Tone tone) {
        if (tone != Tone.PLAIN) {
            style(row, first, last)
                    .fontColor(tone.letters())
                    .fillColor(tone.ground())
                    .set();
        }
    }

    /** In the same letters everywhere: not all programs take the font that a workbook begins with. */
    private StyleSetter style(int row, int first, int last) {
        return worksheet.range(row, first, row, last).style().fontName("Arial").fontSize(LETTERS);
    }

    void heading(int row, int size) {
        style(row, 0, 0).bold().fontSize(size).set();
    }
}
