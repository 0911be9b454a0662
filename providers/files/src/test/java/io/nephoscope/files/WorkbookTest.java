package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Importer.Check;
import io.nephoscope.inventory.Importer.Row;
import io.nephoscope.inventory.Importer.State;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers that people keep in workbooks. What cells mean is ECMA-376 part 1, 18.3.1.4, 18.8.30 and 18.18.11. */
class WorkbookTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("register.xlsx");
    }

    /** Fills worksheets. */
    private interface Filling {
        void fill(Workbook workbook) throws IOException;
    }

    private void write(Filling filling) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            filling.fill(workbook);
        }
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    private Check check() throws TargetException {
        return check(Optional.empty());
    }

    private Check check(Optional<String> sheet) throws TargetException {
        return new FilesImporter().check(file, Optional.empty(), Optional.empty(), sheet);
    }

    private Seen scan(Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("path", file.toString());
        return Seen.collect(new Target("files", "Group", "register", List.of(), settings, folder));
    }

    @Test
    void aRowOfTheFirstSheetBecomesAnAsset() throws Exception {
        write(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Servers");
            row(sheet, 0, "class", "native_id", "name", "facet:running", "Rack");
            row(sheet, 1, "compute.vm", "vm-1", "网页服务器", "", "");
            sheet.value(1, 3, true);
            sheet.value(1, 4, 12);
        });

        Asset asset = scan(Map.of()).asset("vm-1");

        assertThat(asset.name()).isEqualTo("网页服务器");
        assertThat(asset.attributes().doc("facets").get("running")).isEqualTo(true);
        assertThat(asset.attributes().doc("columns")).isEqualTo(Doc.of("Rack", "12"));
    }

    @Test
    void aMappingReadsAWorkbookAsItStands() throws Exception {
        write(workbook -> {
            Worksheet sheet = workbook.newWorksheet("台账");
            row(sheet, 0, "资产编号", "类型");
            row(sheet, 1, "vm-1", "虚拟机");
        });
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, "columns: {资产编号: native_id, 类型: class}\nvalues: {class: {虚拟机: compute.vm}}\n");

        Check check = new FilesImporter().check(file, Optional.of(mapping), Optional.empty(), Optional.empty());

        assertThat(check.rows()).extracting(Row::kind, Row::nativeId).containsExactly(tuple("compute.vm", "vm-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12                  | General       | 12
            12.0                | General       | 12
            0.30000000000000004 | General       | 0.3
            1234567.5           | #,##0.00      | 1234567.5
            999999999999999     | General       | 999999999999999
            42                  | 000000        | 000042
            46053               | yyyy-mm-dd    | 2026-01-31
            46053               | d/m/yy        | 2026-01-31
            46053               | yyyy"年"m"月" | 2026-01-31
            46053.75            | yyyy-mm-dd hh:mm | 2026-01-31T18:00
            0.75                | hh:mm         | 18:00:00
            1.5                 | [h]:mm        | 36:00:00
            12                  | 0.0" days"    | 12
            12                  | [Red]0;[Blue]-0 | 12
            """)
    void numbersAndDaysAreReadAsTheyAreMeant(double number, String format, String text) throws Exception {
        write(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Servers");
            row(sheet, 0, "class", "native_id", "Said");
            row(sheet, 1, "compute.vm", "vm-1");
            sheet.value(1, 2, number);
            sheet.style(1, 2).format(format).set();
        });

        assertThat(scan(Map.of()).asset("vm-1").attributes().doc("columns").get("Said"))
                .isEqualTo(text);
    }

    @Test
    void aDayIsADayAndATimeWithoutItsZoneIsUnknown() throws Exception {
        write(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Servers");
            row(sheet, 0, "class", "native_id", "observed_at", "valid_until");
            row(sheet, 1, "compute.vm", "vm-1");
            sheet.value(1, 2, LocalDate.of(2026, 1, 31));
            sheet.style(1, 2).format("yyyy/m/d").set();
            sheet.value(1, 3, LocalDateTime.of(2027, 1, 31, 8, 0));
            sheet.style(1, 3).format("yyyy/m/d h:mm").set();
        });

        Asset asset = scan(Map.of()).asset("vm-1");

        assertThat(asset.attributes().text("observed_at")).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(asset.attributes().get("valid_until")).isInstanceOf(Unknown.class);
    }

    @Test
    void anIdThatExcelTookForANumberIsLostAndSaidSo() throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(1, "class", "native_id")
                        + "<row r='2'><c r='A2' t='inlineStr'><is><t>compute.vm</t></is></c>"
                        + "<c r='B2'><v>1.2345678901234568E+17</v></c></row>");

        assertThat(check().rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.REFUSED);
            assertThat(row.lost())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.reason().en())
                            .isEqualTo(
                                    "the cell B2 holds a number of which Excel keeps the first 15 digits only; make the cell a text"
                                            + " and type it anew"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "<c r='C2' t='e'><v>#REF!</v></c>",
        "<c r='C2' t='e'><f>Other!A1</f><v>#REF!</v></c>",
        "<c r='C2' t='str'><f>Other!A1</f><v>#N/A</v></c>",
        "<c r='C2'><f>1+1</f></c>",
        "<c r='C2'><v>twelve</v></c>",
        "<c r='C2'><v>1e15</v></c>"
    })
    void aCellThatHoldsAnErrorIsUnknownAndNamedAndTheRowComesIn(String cell) throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(1, "class", "native_id", "owner")
                        + XmlWorkbook.texts(2, "compute.vm", "vm-1").replace("</row>", cell + "</row>"));

        Seen seen = scan(Map.of());

        assertThat(seen.asset("vm-1").attributes().get("owner")).isInstanceOf(Unknown.class);
        assertThat(seen.unread())
                .singleElement()
                .satisfies(cause -> assertThat(cause)
                        .startsWith("register.xlsx, sheet Servers, row 2, column owner: the cell C2 holds "));
    }

    @Test
    void anErrorInAColumnThatIsOnlyKeptIsNoTextEither() throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(1, "class", "native_id", "Rack")
                        + XmlWorkbook.texts(2, "compute.vm", "vm-1")
                                .replace("</row>", "<c r='C2' t='e'><v>#REF!</v></c></row>"));

        assertThat(scan(Map.of()).asset("vm-1").attributes().doc("columns").get("Rack"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aFormulaIsReadByItsLastResult() throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(1, "class", "native_id", "owner", "Rack")
                        + XmlWorkbook.texts(2, "compute.vm", "vm-1")
                                .replace(
                                        "</row>",
                                        "<c r='C2' t='str'><f>Other!A1</f><v>ops</v></c><c r='D2'><f>6*2</f><v>12</v></c></row>"));

        Asset asset = scan(Map.of()).asset("vm-1");

        assertThat(asset.attributes().text("owner")).isEqualTo("ops");
        assertThat(asset.attributes().doc("columns")).isEqualTo(Doc.of("Rack", "12"));
    }

    @Test
    void lettersThatXmlCannotHoldAreReadAsSuch() throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(1, "class", "native_id", "owner")
                        + XmlWorkbook.texts(2, "compute.vm", "vm-1", "a_x005F_x0041_b_x0041_"));

        assertThat(scan(Map.of()).asset("vm-1").attributes().text("owner")).isEqualTo("a_x0041_bA");
    }

    @Test
    void emptyRowsArePassedOverAndOthersAreNamedByTheirNumber() throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(3, "class", "native_id") + "<row r='4'/>" + XmlWorkbook.texts(5, " ", "")
                        + XmlWorkbook.texts(9, "compute.vm", "vm-1") + XmlWorkbook.texts(12, "compute.vm", ""));

        Check check = check();

        assertThat(check.rows()).extracting(Row::line).containsExactly(9L, 12L);
        assertThat(check.rows()).extracting(Row::state).containsExactly(State.GAPS, State.REFUSED);
    }

    @Test
    void ofMergedCellsTheOthersSayNothing() throws Exception {
        write(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Servers");
            row(sheet, 0, "class", "native_id", "owner");
            row(sheet, 1, "compute.vm", "vm-1", "ops");
            row(sheet, 2, "compute.vm", "vm-2");
            sheet.range(1, 2, 2, 2).merge();
        });

        Seen seen = scan(Map.of());

        assertThat(seen.asset("vm-1").attributes().text("owner")).isEqualTo("ops");
        assertThat(seen.asset("vm-2").attributes().get("owner")).isInstanceOf(Unknown.class);
    }

    @Test
    void sheetsThatAreNotReadAreNamedAndAHiddenOneIsNotTheFirst() throws Exception {
        twoSheets();

        assertThat(check().rows()).extracting(Row::nativeId).containsExactly("vm-1");
        assertThat(check().notes())
                .extracting(Text::en)
                .containsExactly(
                        "Only the sheet Servers is read; the workbook has Lists, Switches too, each to be named in the"
                                + " setting sheet.");
    }

    @Test
    void aSheetIsReadByItsName() throws Exception {
        twoSheets();

        assertThat(check(Optional.of("Switches")).rows())
                .extracting(Row::nativeId)
                .containsExactly("sw-1");
        assertThat(check(Optional.of("Switches")).notes()).isEmpty();
        assertThat(scan(Map.of("sheet", "Switches")).assets)
                .extracting(Asset::nativeId)
                .containsExactly("sw-1");
        assertThatThrownBy(() -> check(Optional.of("Swiches")))
                .isInstanceOf(TargetException.class)
                .hasMessage(
                        file + ": the workbook has no sheet Swiches (did you mean Switches?); it has Lists, Servers,"
                                + " Switches.");
    }

    private void twoSheets() throws IOException {
        write(workbook -> {
            workbook.newWorksheet("Lists").setVisibilityState(VisibilityState.HIDDEN);
            Worksheet servers = workbook.newWorksheet("Servers");
            row(servers, 0, "class", "native_id");
            row(servers, 1, "compute.vm", "vm-1");
            Worksheet switches = workbook.newWorksheet("Switches");
            row(switches, 0, "class", "native_id");
            row(switches, 1, "compute.vm", "sw-1");
        });
    }

    @Test
    void hiddenRowsAreReadAndCounted() throws Exception {
        XmlWorkbook.writeXml(
                file,
                XmlWorkbook.texts(1, "class", "native_id")
                        + XmlWorkbook.texts(2, "compute.vm", "vm-1").replace("<row ", "<row hidden='1' "));

        assertThat(check().rows()).extracting(Row::nativeId).containsExactly("vm-1");
        assertThat(check().notes())
                .extracting(Text::en)
                .containsExactly("1 rows of the sheet are hidden, and are read as the others.");
    }

    @Test
    void aHeaderThatLacksAColumnIsRefusedWithItsPlace() throws Exception {
        XmlWorkbook.writeXml(file, XmlWorkbook.texts(2, "class", "name"));

        assertThatThrownBy(this::check)
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file + ", sheet Servers, row 2: the header has no column native_id");
    }

    @Test
    void aTableOfTextHasNoSheets() throws Exception {
        file = folder.resolve("register.csv");
        Files.writeString(file, "class,native_id\n");

        assertThatThrownBy(() -> check(Optional.of("Servers")))
                .isInstanceOf(TargetException.class)
                .hasMessage(file + ": this is no workbook, and has no sheets; leave out the setting sheet.");
    }
}
