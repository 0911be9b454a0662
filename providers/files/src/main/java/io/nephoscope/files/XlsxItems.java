package io.nephoscope.files;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of a worksheet whose first row that is not empty names the columns. Of merged cells only the first says something; rows and
 * columns that are hidden are read as all others.
 */
final class XlsxItems implements Items {
    /** Wider than any register, and no more than Excel takes. */
    private static final int MOST_COLUMNS = 16_384;

    private static final Text NAME = Text.of("name the column, or empty the cell", "请写明列名，或将单元格留空");

    private final String sheet;
    private final List<Line> lines = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private Header header = new Header(List.of(), NAME);
    private long headerLine;

    private record Line(long number, List<Object> cells) {}

    private XlsxItems(String sheet) {
        this.sheet = sheet;
    }

    /**
     * @param name of the worksheet; empty for the first that is not hidden
     * @throws TargetException where the file is no workbook that can be read, or has no such worksheet
     */
    static XlsxItems of(Path file, Optional<String> name) throws TargetException {
        XlsxFile zip = XlsxFile.check(file);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(zip.hasStyles(), true))) {
            org.dhatim.fastexcel.reader.Sheet chosen = chosen(file, workbook, name);
            XlsxItems items = new XlsxItems(chosen.getName());
            if (name.isEmpty()) {
                items.tellOthers(workbook);
            }
            try (Stream<Row> rows = chosen.openStream()) {
                items.read(rows.iterator());
            }
            items.requireHeader(file);
            return items;
        } catch (OutOfMemoryError e) {
            // A cell may say that it stands in column ZZZZZZ, and the library makes room for all before it.
            throw new TargetException(
                    Text.of(
                            "{0}: the workbook needs more memory than there is; split it, or give Java more with -Xmx.",
                            "{0}：工作簿所需内存超出可用内存；请拆分，或用 -Xmx 增加 Java 内存。", file),
                    e);
        } catch (IOException | RuntimeException e) {
            // Whatever the library throws at a workbook that is broken: it has no exception of its own for most of
            // that.
            throw new TargetException(
                    Text.of(
                            "{0}: this is no workbook that can be read ({1}); open it in Excel and save it as .xlsx.",
                            "{0}：无法作为工作簿读取（{1}）；请用 Excel 打开并另存为 .xlsx。", file, Said.by(e)),
                    e);
        }
    }

    private static org.dhatim.fastexcel.reader.Sheet chosen(Path file, ReadableWorkbook workbook, Optional<String> name)
            throws TargetException {
        if (name.isPresent()) {
            List<String> names = names(workbook);
            return workbook.findSheet(name.get())
                    .orElseThrow(() -> new TargetException(Text.of(
                            "{0}: the workbook has no sheet {1}{2}; it has {3}.",
                            "{0}：工作簿中没有工作表 {1}{2}；现有：{3}。",
                            file,
                            name.get(),
                            Suggestion.didYouMean(name.get(), names),
                            String.join(", ", names))));
        }
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new TargetException(Text.of(
                        "{0}: every sheet of the workbook is hidden; name one in the setting sheet.",
                        "{0}：工作簿的所有工作表均已隐藏；请在设置 sheet 中指明。", file)));
    }

    private static List<String> names(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .map(org.dhatim.fastexcel.reader.Sheet::getName)
                .toList();
    }

    private void tellOthers(ReadableWorkbook workbook) {
        List<String> others = new ArrayList<>(names(workbook));
        others.remove(sheet);
        if (!others.isEmpty()) {
            notes.add(Text.of(
                    "Only the sheet {0} is read; the workbook has {1} too, each to be named in the setting sheet.",
                    "仅读取工作表 {0}；工作簿中还有 {1}，可在设置 sheet 中指明。", sheet, String.join(", ", others)));
        }
    }

    private void read(Iterator<Row> rows) throws IOException {
        long hidden = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getCellCount() > MOST_COLUMNS) {
                throw new IOException("more than " + MOST_COLUMNS + " columns");
            }
            List<Object> cells = row.stream()
                    .map(cell -> cell == null ? "" : XlsxCell.read(cell))
                    .toList();
            if (cells.stream().allMatch(cell -> cell instanceof String text && text.isBlank())) {
                continue;
            }
            hidden += row.isHidden() ? 1 : 0;
            if (header.names().isEmpty()) {
                header = Header.of(
                        cells.stream()
                                .map(cell -> cell instanceof String text ? text : "")
                                .toList(),
                        NAME);
                headerLine = row.getRowNum();
            } else {
                lines.add(new Line(row.getRowNum(), cells));
            }
        }
        if (hidden > 0) {
            notes.add(Text.of(
                    "{0} rows of the sheet are hidden, and are read as the others.", "该工作表有 {0} 行被隐藏，照常读取。", hidden));
        }
    }

    private void requireHeader(Path file) throws TargetException {
        if (header.names().isEmpty()) {
            throw new TargetException(Text.of(
                    "{0}: the sheet {1} is empty; its first row must name the columns.",
                    "{0}：工作表 {1} 为空；第一行须为列名。", file, sheet));
        }
    }

    Header header() {
        return header;
    }

    long headerLine() {
        return headerLine;
    }

    List<Text> notes() {
        return notes;
    }

    @Override
    public Text place(Object file, long line) {
        return Text.of("{0}, sheet {1}, row {2}", "{0} 工作表 {1} 第 {2} 行", file, sheet, line);
    }

    @Override
    public void read(Consumer<Item> each, Lost lost) {
        lines.forEach(line -> header.read(line.number(), line.cells(), each, lost));
    }
}
