package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Importer.Check;
import io.nephoscope.inventory.TargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are none, or that mean harm. */
class HostileWorkbookTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("register.xlsx");
    }

    private Check check() throws TargetException {
        return new FilesImporter().check(file, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void anOldWorkbookIsRefusedInASentence() throws Exception {
        file = folder.resolve("register.xls");
        Files.write(
                file,
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});

        assertThatThrownBy(this::check)
                .isInstanceOf(TargetException.class)
                .hasMessage(file
                        + ": this is a workbook of an old format (.xls), or one behind a password; save it as .xlsx"
                        + " without one.");
    }

    @Test
    void aZipThatUnpacksToMoreThanARegisterCanBeIsRefused() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 257; i++) {
                zip.write(blanks);
            }
        }

        assertThatThrownBy(this::check)
                .isInstanceOf(TargetException.class)
                .hasMessage(file + ": the workbook is larger than 256 MB when it is unpacked; split it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZ1", "ZZZZZZZZ1", "1", "A0x"})
    void aCellWhereNoCellCanBeIsRefused(String place) throws Exception {
        XmlWorkbook.writeXml(file, "<row r='1'><c r='" + place + "' t='inlineStr'><is><t>class</t></is></c></row>");

        assertThatThrownBy(this::check)
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file + ": this is no workbook that can be read");
    }

    @Test
    void noEntityReachesAnotherFile() throws Exception {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "the secret");
        XmlWorkbook.writeParts(
                file,
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                                + XmlWorkbook.sheet(XmlWorkbook.texts(1, "class", "native_id", "owner")
                                        + XmlWorkbook.texts(2, "compute.vm", "vm-1", "&e;"))));

        assertThatThrownBy(this::check)
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file + ": this is no workbook that can be read")
                .hasMessageNotContaining("the secret");
    }

    @ParameterizedTest
    @CsvSource({"xl/_rels/workbook.xml.rels", "xl/workbook.xml"})
    void aZipThatIsNoWorkbookIsRefused(String part) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            XmlWorkbook.put(zip, "[Content_Types].xml", "<Types/>");
            XmlWorkbook.put(zip, part, "<x/>");
        }

        assertThatThrownBy(this::check)
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file + ": this is no workbook that can be read")
                .hasMessageEndingWith("; open it in Excel and save it as .xlsx.");
    }
}
