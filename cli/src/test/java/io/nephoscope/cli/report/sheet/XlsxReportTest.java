package io.nephoscope.cli.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Warning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What stands in the file, held against ECMA-376 and the limits that Excel publishes. */
class XlsxReportTest {
    private static final int LONGEST_CELL = 32_767;

    @TempDir
    private Path folder;

    private static byte[] bytes(XlsxReport report, ReportData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(data, out);
        return out.toByteArray();
    }

    /** The parts of the file by name, in its order. */
    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static Document xml(String part) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> sheets(Map<String, String> parts) throws Exception {
        return elements(xml(parts.get("xl/workbook.xml")), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    /** The worksheet of a name: the library numbers them in their order. */
    private static Document sheet(Map<String, String> parts, String name) throws Exception {
        return xml(parts.get("xl/worksheets/sheet" + (sheets(parts).indexOf(name) + 1) + ".xml"));
    }

    private static List<List<String>> rows(Document sheet) {
        return elements(sheet, "row").stream()
                .map(row -> {
                    NodeList cells = row.getElementsByTagName("c");
                    List<String> texts = new ArrayList<>();
                    for (int i = 0; i < cells.getLength(); i++) {
                        texts.add(cells.item(i).getTextContent());
                    }
                    return texts;
                })
                .toList();
    }

    private Map<String, String> parts(Language language, ReportData data) throws IOException {
        return parts(bytes(new XlsxReport(language), data));
    }

    @Test
    void behindTheCoverStandTheTablesInTheLanguageOfTheReport() throws Exception {
        ReportData data = Scans.small(folder);

        assertThat(sheets(parts(Language.EN, data)))
                .containsExactly("Cover", "Findings", "Assets", "Exceptions", "Coverage", "Branches");
        assertThat(sheets(parts(Language.ZH, data))).containsExactly("封面", "判定结果", "资产", "豁免与声明", "覆盖情况", "分支机构");
    }

    @Test
    void theCoverSaysWhoseScanItIsAndThatItHasGaps() throws Exception {
        List<List<String>> cover = rows(sheet(parts(Language.EN, Scans.small(folder)), "Cover"));

        assertThat(cover.get(0)).containsExactly("Lakeside Group");
        assertThat(cover)
                .anySatisfy(row -> assertThat(row)
                        .contains("This report has gaps.")
                        .anyMatch(text -> text.contains("1 listing was not answered")))
                .anySatisfy(row -> assertThat(row).containsExactly("Started", "2026-01-01 00:00:00 UTC"))
                .anySatisfy(row ->
                        assertThat(row).containsExactly("critical", "FAIL: 1 of 3", "1", "1", "1", "0", "0", "3"))
                .anySatisfy(row -> assertThat(row).containsExactly("denied", "toy:GetPolicy", "1", "toy:GetPolicy"));
    }

    @Test
    void aFindingIsARowWithItsVerdictInWordsAndRoomForTheReviewer() throws Exception {
        Document findings = sheet(parts(Language.ZH, Scans.small(folder)), "判定结果");

        assertThat(rows(findings).get(0)).startsWith("判定", "严重程度", "规则").endsWith("复核结论", "复核人", "复核意见");
        assertThat(rows(findings)).hasSize(6);
        assertThat(rows(findings).get(1)).startsWith("不合规", "严重", "bucket-not-public");
        assertThat(elements(findings, "dataValidation")).singleElement().satisfies(list -> {
            assertThat(list.getAttribute("type")).isEqualTo("list");
            assertThat(list.getAttribute("sqref")).isEqualTo("AB2:AB6");
            assertThat(list.getTextContent()).isEqualTo("\"接受,待整改,误报,待核实\"");
        });
    }

    @Test
    void theHeadStaysInViewAndFiltersTheRows() throws Exception {
        Document findings = sheet(parts(Language.EN, Scans.small(folder)), "Findings");

        assertThat(elements(findings, "pane")).singleElement().satisfies(pane -> {
            assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
            assertThat(pane.getAttribute("state")).isEqualTo("frozen");
        });
        assertThat(elements(findings, "autoFilter"))
                .singleElement()
                .satisfies(filter -> assertThat(filter.getAttribute("ref")).isEqualTo("A1:AD6"));
    }

    @Test
    void waiversAttestationsAndStatementsThatNeedALookStandAmongTheExceptions() throws Exception {
        ReportData data = Scans.small(folder);
        Findings stated = each -> data.findings().forEach(finding -> each.accept(stated(finding)));
        ReportData told = ReportData.of(data.manifest(), data.snapshot(), data.rules(), stated, "1.0.1")
                .warned(List.of(new Warning("waivers.yaml", 7, Text.of("this waiver ended", "该豁免已到期"))));

        List<List<String>> rows = rows(sheet(parts(Language.EN, told), "Exceptions"));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(1))
                .startsWith("waiver", "FAIL", "critical", "bucket-not-public")
                .endsWith("Ines", "2026-06-30", "moves in May");
        assertThat(rows.get(2))
                .startsWith("attestation", "PASS")
                .endsWith("facets.public", "false", "Ines", "2026-12-31", "ticket 7");
        assertThat(rows.get(3)).contains("needs a look", "waivers.yaml, line 7: this waiver ended");
    }

    private static Finding stated(Finding finding) {
        boolean isPass = finding.verdict().name().equals("PASS");
        boolean isFail = finding.verdict().name().equals("FAIL");
        return new Finding(
                finding.fingerprint(),
                finding.rule(),
                finding.ruleHash(),
                finding.asset(),
                finding.verdict(),
                finding.severity(),
                finding.evidence(),
                finding.missing(),
                finding.message(),
                isPass ? List.of(new Attested("facets.public", "false", "Ines", "ticket 7", "2026-12-31")) : List.of(),
                isFail ? Optional.of(new Waived("moves in May", "Ines", "2026-06-30")) : Optional.empty());
    }

    @Test
    void noCellOfAHostileScanIsAFormulaOrLinkOrLongerThanExcelTakes() throws Exception {
        Map<String, String> parts = parts(Language.EN, HostileScan.in(folder));

        assertThat(parts.keySet()).noneMatch(name -> name.contains("externalLink") || name.contains("vba"));
        int texts = 0;
        for (String name : sheets(parts)) {
            Document sheet = sheet(parts, name);
            assertThat(elements(sheet, "f")).isEmpty();
            assertThat(elements(sheet, "hyperlink")).isEmpty();
            for (Element cell : elements(sheet, "c")) {
                String text = cell.getTextContent();
                assertThat(cell.getAttribute("t")).isIn("", "n", "inlineStr");
                assertThat(text).hasSizeLessThan(LONGEST_CELL);
                for (String line : text.split("\n", -1)) {
                    assertThat(line.stripLeading()).doesNotContainPattern("^[=+\\-@＝＋－＠]");
                    assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
                }
                texts += text.isEmpty() ? 0 : 1;
            }
        }
        assertThat(texts).isGreaterThan(1_000);
    }

    @Test
    void aTextThatLooksLikeTheCodeOfALetterStaysAsItIs() throws Exception {
        ReportData data = new ToyScan(folder)
                .asset(ToyScan.BUCKET, Scans.NORTH, Doc.of("Name", "a_x003D_b_x1_"), Map.of())
                .data();

        assertThat(rows(sheet(parts(Language.EN, data), "Assets")).get(1)).contains("a_x005F_x003D_b_x1_");
    }

    @Test
    void figuresAreNumbersAndNotTexts() throws Exception {
        List<Element> numbers = elements(sheet(parts(Language.EN, RichScan.in(folder)), "Branches"), "c").stream()
                .filter(cell -> cell.getAttribute("t").equals("n"))
                .toList();

        assertThat(numbers)
                .hasSizeGreaterThan(50)
                .allSatisfy(cell -> assertThat(cell.getTextContent()).matches("\\d+"));
    }

    @Test
    void rowsThatOneSheetDoesNotHoldGoOnInTheNext() throws Exception {
        Map<String, String> parts = parts(bytes(new XlsxReport(Language.EN, 2), Scans.small(folder)));

        assertThat(sheets(parts)).contains("Findings", "Findings 2", "Findings 3");
        List<List<String>> all = new ArrayList<>();
        for (String name : List.of("Findings", "Findings 2", "Findings 3")) {
            List<List<String>> rows = rows(sheet(parts, name));
            assertThat(rows.get(0)).startsWith("Verdict", "Severity", "Rule");
            all.addAll(rows.subList(1, rows.size()));
        }
        assertThat(all).hasSize(5);
    }

    @Test
    void theSameScanIsTheSameBytesAndWasMadeWhenItWasScanned() throws Exception {
        ReportData data = RichScan.in(folder);
        byte[] once = bytes(new XlsxReport(Language.EN), data);
        byte[] again = bytes(new XlsxReport(Language.EN), data);

        assertThat(again).isEqualTo(once);
        assertThat(parts(once).get("docProps/core.xml"))
                .contains(data.manifest().finishedAt() + "</dcterms:created>");
    }
}
