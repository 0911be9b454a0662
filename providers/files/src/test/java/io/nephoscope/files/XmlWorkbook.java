package io.nephoscope.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks put together part by part. */
final class XmlWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private XmlWorkbook() {}

    /** A workbook whose only sheet holds these rows as XML: for what no library writes. */
    static void writeXml(Path file, String rows) throws IOException {
        writeParts(file, Map.of("xl/worksheets/sheet1.xml", sheet(rows)));
    }

    static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static void writeParts(Path file, Map<String, String> parts) throws IOException {
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types xmlns='" + types + "'/>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + MAIN + "' xmlns:r='" + office
                            + "'><sheets><sheet name='Servers' sheetId='1' r:id='r1'/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                            + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
    }

    static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String texts(int row, String... cells) {
        StringBuilder xml = new StringBuilder("<row r='" + row + "'>");
        for (int i = 0; i < cells.length; i++) {
            xml.append("<c r='" + (char) ('A' + i) + row + "' t='inlineStr'><is><t>" + cells[i] + "</t></is></c>");
        }
        return xml + "</row>";
    }
}
