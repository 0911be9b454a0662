package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables into a workbook, each as a worksheet, or as several where it has more rows than one of them holds.
 *
 * @param mostRows of a worksheet, without its head
 */
record XlsxTable(Workbook workbook, SheetWords words, int mostRows) {
    /** As many as Excel takes. */
    static final int MOST_ROWS = 1_048_575;
    /** Kept until they are written. */
    private static final int ROWS_AT_ONCE = 256;

    private static final Text CHOOSE = Text.of("Choose one of the list.", "请从列表中选择一项。");

    void write(String name, Sheet<?> sheet) throws IOException {
        write(new Pages<>(name, sheet));
    }

    private static <T> void write(Pages<T> pages) throws IOException {
        try {
            pages.sheet.rows().accept(IoConsumer.unchecked(pages::add));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        pages.end();
    }

    private final class Pages<T> {
        private final String name;
        private final Sheet<T> sheet;
        private final int last;
        private int number = 1;
        private Cells page;
        private int row;

        Pages(String name, Sheet<T> sheet) {
            this.name = name;
            this.sheet = sheet;
            this.last = sheet.columns().size() - 1;
            this.page = begin();
        }

        private Cells begin() {
            Worksheet worksheet = workbook.newWorksheet(number == 1 ? name : name + " " + number);
            worksheet.freezePane(0, 1);
            worksheet.repeatRows(0);
            worksheet.paperSize(PaperSize.A4_PAPER);
            worksheet.pageOrientation("landscape");
            Cells cells = new Cells(worksheet);
            for (int i = 0; i <= last; i++) {
                worksheet.width(i, sheet.columns().get(i).width().letters());
                cells.put(0, i, head(words.fixed(sheet.columns().get(i).heading())));
            }
            cells.wrap(0, 0, last);
            cells.tone(0, 0, last, Tone.HEAD);
            return cells;
        }

        void add(T item) throws IOException {
            if (row == mostRows) {
                end();
                number++;
                row = 0;
                page = begin();
            }
            row++;
            List<Column<T>> columns = sheet.columns();
            for (int i = 0; i <= last; i++) {
                Object value = columns.get(i).cell().apply(item);
                if (!value.equals("")) {
                    page.put(row, i, value);
                }
            }
            page.wrap(row, 0, last);
            for (int i = 0; i <= last; i++) {
                page.tone(row, i, i, columns.get(i).tone().apply(item));
            }
            if (row % ROWS_AT_ONCE == 0) {
                page.worksheet().flush();
            }
        }

        void end() throws IOException {
            Worksheet worksheet = page.worksheet();
            worksheet.setAutoFilter(0, 0, row, last);
            for (int i = 0; i <= last; i++) {
                List<Text> choices = sheet.columns().get(i).choices();
                if (row > 0 && !choices.isEmpty()) {
                    offer(worksheet, i, choices);
                }
            }
            worksheet.close();
        }

        private void offer(Worksheet worksheet, int column, List<Text> choices) {
            String list = choices.stream().map(words::in).collect(Collectors.joining(","));
            worksheet
                    .range(1, column, row, column)
                    .validateWithListByFormula('"' + list + '"')
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle("Nephoscope")
                    .error(words.in(CHOOSE));
        }
    }

    /** The English of a heading is a name for programs; people read words. */
    private static String head(String heading) {
        return heading.substring(0, 1).toUpperCase(Locale.ROOT)
                + heading.substring(1).replace('_', ' ');
    }
}
