package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.GroupScan;
import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The table of findings and assets, and the pages behind it, in a real browser and under the page's own policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExploreInBrowserTest {
    private static final String LEDGER = "toy:1001:north:toy.bucket:ledger";
    private static final int EACH = 225;
    private static final int ALL = GroupScan.BRANCHES * 5 * EACH;

    @TempDir
    private Path folder;

    private Browser browser;
    /** The page of a large organisation, made once. */
    private Path group;

    @BeforeAll
    void writeGroup(@TempDir Path large) throws IOException {
        group = Files.writeString(
                large.resolve("group.html"),
                Written.report(ReportFormat.HTML, Language.EN, GroupScan.in(large.resolve("snapshot"), EACH)));
    }

    @BeforeEach
    void start() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterEach
    void end() {
        browser.close();
    }

    private Path page(Language language, ReportData data) throws IOException {
        return Files.writeString(folder.resolve("page.html"), Written.report(ReportFormat.HTML, language, data));
    }

    private Path small(Language language) throws IOException {
        return page(language, Scans.small(folder.resolve("snapshot")));
    }

    private String count() {
        return browser.text("document.querySelector('#findings .count').textContent");
    }

    /** Follows a link to a part of the table, as cells of pictures are links. */
    private String countAt(String fragment) {
        browser.evaluate("new Promise((done) => { addEventListener('hashchange', done, {once: true});"
                + " const link = document.createElement('a'); link.href = '" + fragment
                + "'; document.body.append(link); link.click(); link.remove(); }).then(() => true)");
        return count();
    }

    /** The texts of the first rows, cell by cell. */
    private List<List<String>> rows() {
        JsonNode rows = browser.evaluate("[...document.querySelectorAll('.grid-list [role=row]')].map((row) =>"
                + " [...row.children].map((cell) => cell.innerText.trim()))");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .toList();
    }

    private String panel() {
        browser.await("document.querySelector('#panel[open] #panel-title')?.textContent");
        return browser.text("document.getElementById('panel').innerText");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyFindingOfEveryBranchIsThereAndIsFound() throws IOException {
        browser.open(group, "");
        assertThat(count()).isEqualTo("225,000 of 225,000");
        for (int number : new int[] {1, 77, GroupScan.BRANCHES}) {
            String branch = String.format(Locale.ROOT, "Lakeside Group/Branch %03d", number);
            assertThat(countAt("#v=FAIL&branch=" + encoded(branch).replace("+", "%20")))
                    .isEqualTo("1,125 of 225,000");
            assertThat(rows().get(0)).contains("✕ FAIL", "high").anyMatch(branch::equals);
        }
        assertThat(countAt("#branch=Lakeside%20Group")).isEqualTo("225,000 of 225,000");
        assertThat(countAt("#branch=Lakeside")).isEqualTo("0 of 225,000");
        assertThat(countAt("#v=PASS,UNKNOWN")).isEqualTo("0 of 225,000");
        assertThat(countAt("#rule=log-kept,port-shut")).isEqualTo("90,000 of 225,000");
        assertThat(countAt("#q=log-kept-7%20" + GroupScan.LAST_BRANCH.replaceAll(".*/Branch ", "branch%20")))
                .as("log-kept-7, and those from 70 to 79, in the last branch")
                .isEqualTo("11 of 225,000");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
    }

    @Test
    void eachValueOfAFilterIsCountedUnderAllOtherFilters() throws IOException {
        browser.open(group, "#rule=log-kept");
        browser.evaluate("[...document.querySelectorAll('.facet')].find((it) =>"
                + " it.querySelector('summary').textContent === 'Branch').open = true");
        browser.await("document.querySelectorAll('.facet[open] .values label').length > 0");
        JsonNode counts = browser.evaluate("[...document.querySelectorAll('.facet[open] .values label')].map((it) =>"
                + " it.querySelector('.text').textContent + ' ' + it.querySelector('.number').textContent)");
        assertThat(counts).hasSize(1 + GroupScan.BRANCHES);
        assertThat(counts.get(0).asText()).isEqualTo("Lakeside Group 45,000");
        assertThat(IntStream.rangeClosed(1, GroupScan.BRANCHES))
                .allSatisfy(number -> assertThat(counts.get(number).asText())
                        .isEqualTo(String.format(Locale.ROOT, "Branch %03d 225", number)));

        browser.evaluate("document.querySelectorAll('.facet[open] .values input')[3].click()");
        assertThat(count()).isEqualTo("225 of 225,000");
        assertThat(browser.text("location.hash")).isEqualTo("#branch=Lakeside%20Group%2FBranch%20003&rule=log-kept");
        assertThat(browser.text("document.querySelector('.chips').innerText"))
                .contains("Branch: Lakeside Group/Branch 003", "Rule: Title of log-kept");
    }

    @Test
    void rowsAreSortedAndTheLastOfThemIsReached() throws IOException {
        browser.open(group, "#sort=-asset,branch");
        assertThat(rows().get(0)).contains("port-shut-99", "Lakeside Group/Branch 001");
        browser.evaluate("document.querySelector('.grid').focus()");
        browser.press("End");
        browser.await("document.querySelector('.grid-list .active')?.ariaRowIndex === '" + (ALL + 1) + "'");
        assertThat(browser.evaluate(
                                "(() => { const row = document.querySelector('.grid-list .active').getBoundingClientRect();"
                                        + " const grid = document.querySelector('.grid').getBoundingClientRect();"
                                        + " return row.top >= grid.top && row.bottom <= grid.bottom + 1; })()")
                        .asBoolean())
                .isTrue();
        List<List<String>> rows = rows();
        assertThat(rows.get(rows.size() - 1)).contains("bucket-not-public-0", "Lakeside Group/Branch 200");
        assertThat(rows).as("those out of view are not there").hasSizeLessThan(100);
    }

    @Test
    void rulesAndAssetsAreViewsOfTheSameFindings() throws IOException {
        browser.open(small(Language.EN), "#view=rules");
        assertThat(count()).isEqualTo("2 of 2");
        assertThat(rows())
                .extracting(row -> row.subList(2, row.size()))
                .containsExactly(
                        List.of("storage.bucket", "1", "1", "1", "0", "0"),
                        List.of("storage.bucket", "0", "1", "0", "1", "0"));
        assertThat(countAt("#view=assets&v=FAIL,UNKNOWN")).isEqualTo("2 of 3");
        assertThat(countAt("#view=assets&q=env%3Dprod")).isEqualTo("1 of 3");
        assertThat(rows().get(0)).startsWith("ledger").endsWith("1", "1", "0");
    }

    @Test
    void whatNeedsSomebodyComesFirst() throws IOException {
        browser.open(small(Language.EN), "");
        assertThat(rows())
                .extracting(row -> row.get(0) + ", " + row.get(1))
                .containsExactly(
                        "✕ FAIL, critical",
                        "? UNKNOWN, critical",
                        "? UNKNOWN, medium",
                        "✓ PASS, critical",
                        "– N/A, medium");
    }

    @Test
    void theKeyboardOpensAFindingAndComesBack() throws IOException {
        browser.open(small(Language.EN), "");
        browser.evaluate("document.querySelector('.grid').focus()");
        browser.press("ArrowDown");
        browser.press("ArrowDown");
        browser.press("Enter");
        assertThat(panel())
                .contains("Buckets keep old versions", "toy:GetPolicy", "denied", "AccessDenied: not authorised")
                .contains("Permission to grant", "(not read)")
                .contains("- asset: {uid: \"" + LEDGER + "\"}", "field: facets.versioned");
        browser.press("Escape");
        browser.await("!document.getElementById('panel').open && document.activeElement.matches('.grid')");
        browser.await("location.hash === '#findings'");
    }

    @Test
    void aLinkLeadsToAFindingByItsFingerprintAndTheFindingSaysHowToMendIt() throws IOException {
        String fingerprint = sha256("bucket-not-public", LEDGER).substring(0, 32);
        Path page = small(Language.EN);
        for (String asset : List.of("", "asset=" + encoded(LEDGER) + "&")) {
            browser.open(page, "#" + asset + "finding=" + fingerprint);
            assertThat(panel())
                    .contains(
                            "Buckets are not public",
                            "Anyone may read the bucket.",
                            "facets.public",
                            "true",
                            fingerprint)
                    .contains(
                            "It came out: false.", "toy close ledger", "NAME = ledger", "Open the bucket and close it.")
                    .contains("Toy manual");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anAssetShowsItsVerdictsItsFieldsAndWhatWouldMakeTheUnknownOnesKnown() throws IOException {
        browser.open(small(Language.ZH), "#asset=" + encoded(LEDGER));
        assertThat(panel())
                .contains("ledger", "存储桶未公开", "存储桶保留历史版本", "finance", "owner=finance")
                .contains("public\ttrue\ttoy:ListBuckets", "2026-01-01 00:00:01 UTC")
                .contains("attributes.Versioned", "被拒绝", "需授予的权限", "toy:GetPolicy");
    }

    @Test
    void aNameThatACommandLineCouldObeyIsNotFilledIn() throws IOException {
        ToyScan scan = new ToyScan(folder.resolve("snapshot")).rule(Scans.NOT_PUBLIC);
        scan.finding(
                "bucket-not-public",
                ToyScan.subject("toy.bucket", Scans.NORTH, "$(reboot)"),
                Verdict.FAIL,
                List.of(),
                List.of(),
                Text.EMPTY);
        scan.asset(ToyScan.BUCKET, Scans.NORTH, Doc.of("Name", "$(reboot)", "Public", true), Map.of());
        browser.open(page(Language.EN, scan.data()), "");
        browser.evaluate("document.querySelector('.grid-list [role=row]').click()");
        assertThat(panel())
                .contains("toy close NAME", "Not filled in, since the value holds characters")
                .doesNotContain("toy close $");
    }

    @Test
    void whatRestsOnPeoplesWordSaysWhoseAndUntilWhen() throws IOException {
        ReportData small = Scans.small(folder.resolve("snapshot"));
        Findings marked = each -> small.findings().forEach(finding -> each.accept(marked(finding)));
        ReportData data = ReportData.of(small.manifest(), small.snapshot(), small.rules(), marked, "1.0.1");
        browser.open(page(Language.EN, data), "#waived=yes");
        assertThat(count()).isEqualTo("1 of 5");
        assertThat(rows().get(0)).first().asString().startsWith("✕ FAIL").contains("Waived");
        countAt("#waived=no&v=PASS&asset=" + encoded("toy:1001:north:toy.bucket:photos"));
        assertThat(panel()).contains("facets.public: It is shut. Li Wei answers for it until 2026-09-30. Proof: T-1");
        countAt("#v=FAIL&asset=" + encoded(LEDGER));
        browser.await("document.getElementById('panel').innerText.includes('ledger')");
        assertThat(panel()).contains("Waived until 2026-06-30 by Anna: So be it.");
    }

    private static Finding marked(Finding it) {
        return new Finding(
                it.fingerprint(),
                it.rule(),
                it.ruleHash(),
                it.asset(),
                it.verdict(),
                it.severity(),
                it.evidence(),
                it.missing(),
                it.message(),
                it.verdict() == Verdict.PASS
                        ? List.of(new Finding.Attested("facets.public", "It is shut.", "Li Wei", "T-1", "2026-09-30"))
                        : List.of(),
                it.verdict() == Verdict.FAIL
                        ? Optional.of(new Finding.Waived("So be it.", "Anna", "2026-06-30"))
                        : Optional.empty());
    }

    @Test
    void aLinkToWhatIsNotThereSaysSo() throws IOException {
        browser.open(small(Language.EN), "#asset=nobody&v=FAIL,constructor&branch=__proto__");
        assertThat(panel()).contains("does not hold");
        assertThat(count()).isEqualTo("0 of 5");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsFilteredIsCopiedAsCsvThatNoSpreadsheetTakesForAFormula() throws IOException {
        browser.open(page(Language.EN, HostileScan.in(folder.resolve("snapshot"))), "#columns=v,asset,branch");
        browser.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
        browser.evaluate("[...document.querySelectorAll('.tools button')].at(-1).click()");
        browser.await("window.copied");
        String csv = browser.text("window.copied");
        List<CSVRecord> records = CSVParser.parse(csv, CSVFormat.RFC4180).getRecords();
        assertThat(records.get(0).toList()).containsExactly("Verdict", "Asset", "Branch");
        assertThat(records).hasSize(1 + 4 * HostileScan.TEXTS.size());
        assertThat(records.stream().flatMap(CSVRecord::stream).flatMap(String::lines))
                .noneMatch(line -> line.strip().matches("[=+\\-@\t\r].*"))
                .anyMatch(line -> line.startsWith("'=cmd"));
        assertThat(csv).endsWith("\"\r\n").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void hostileTextsAreShownAndDoNothing() throws IOException {
        browser.open(page(Language.EN, HostileScan.in(folder.resolve("snapshot"))), "");
        assertThat(rows().toString()).contains("<svg/onload=", "\\u202egpj", "\\u001b[2J");
        int rows =
                browser.evaluate("document.querySelector('.grid').ariaRowCount").asInt();
        browser.evaluate("document.querySelector('.grid').focus()");
        for (int row = 1; row < rows; row++) {
            browser.press("Enter");
            assertThat(panel()).isNotBlank();
            browser.press("Escape");
            browser.await("!document.getElementById('panel').open");
            browser.press("ArrowDown");
        }
        assertThat(countAt("#view=assets")).isNotBlank();
        assertThat(browser.evaluate("document.documentElement.hasAttribute('" + HostileScan.MARK + "')")
                        .asBoolean())
                .isFalse();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
    }

    @Test
    void onATelephoneRowsAreCardsAndNothingIsWiderThanTheWindow() throws IOException {
        browser.narrow();
        browser.open(small(Language.EN), "");
        assertThat(browser.text("getComputedStyle(document.querySelector('.grid-list [role=row]')).display"))
                .isEqualTo("block");
        assertThat(browser.text("getComputedStyle(document.querySelector('[role=gridcell]'), '::before').content"))
                .isEqualTo("\"Verdict\"");
        assertThat(browser.evaluate("document.getElementById('findings').scrollWidth")
                        .asInt())
                .isLessThanOrEqualTo(390);
        browser.evaluate("document.querySelector('.grid-list [role=row]').click()");
        assertThat(panel()).contains("Buckets are not public");
        assertThat(browser.evaluate("document.getElementById('panel').scrollWidth")
                        .asInt())
                .isLessThanOrEqualTo(390);
    }

    /** As the documentation of fingerprints says: of rule and asset, each behind its length in four bytes. */
    private static String sha256(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
