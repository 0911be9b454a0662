package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of a cause, of a mend and of itself, in a real browser. */
class PanelInBrowserTest {
    private static final Scope IRELAND = new Scope("Lakeside Group", "1001", "eu-west-1");

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterEach
    void end() {
        browser.close();
    }

    private Path page(String html) throws IOException {
        return Files.writeString(folder.resolve("page.html"), html);
    }

    private static String html(ReportData data) {
        return Written.report(ReportFormat.HTML, Language.EN, data);
    }

    private String firstPanel() {
        browser.evaluate("document.querySelector('.grid-list [role=row]').click()");
        browser.await("document.querySelector('#panel[open] #panel-title')?.textContent");
        return browser.text("document.getElementById('panel').innerText");
    }

    private List<String> firstCells() {
        JsonNode cells = browser.evaluate("[...document.querySelectorAll('.grid-list [role=row]')].map((row) =>"
                + " row.firstElementChild.innerText.trim())");
        return StreamSupport.stream(cells.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String panelOf(Cause cause) throws IOException {
        ToyScan scan = new ToyScan(folder.resolve("snapshot")).rule("a-rule", Severity.LOW, "A rule", "规则");
        scan.finding(
                "a-rule",
                ToyScan.subject("toy.bucket", Scans.NORTH, "ledger"),
                Verdict.UNKNOWN,
                List.of(),
                List.of(cause),
                Text.EMPTY);
        browser.open(page(html(scan.data())), "");
        return firstPanel();
    }

    @Test
    void whatNobodyAskedForIsNoPermissionToGrant() throws IOException {
        assertThat(panelOf(new Cause(
                        "toy:GetPolicy",
                        Status.NOT_COLLECTED,
                        "toy:ReadPolicy",
                        Text.of("read by no chosen rule", "所选规则均不读取"))))
                .contains("not asked for", "What was not read\nread by no chosen rule", "Needs\ntoy:ReadPolicy")
                .doesNotContain("Permission to grant", "The provider's words");
    }

    @Test
    void aRefusalStandsInTheProvidersWords() throws IOException {
        assertThat(panelOf(ToyScan.POLICY_DENIED))
                .contains("The provider's words\nAccessDenied: not authorised", "Permission to grant")
                .doesNotContain("What was not read");
    }

    @Test
    void aCommandOfAwsGetsTheRegionOfItsAssetWhereItSaysNone() throws IOException {
        String commands =
                "aws s3api put-it --bucket NAME \\\n  --it '{\n  \"a\": 1}'\naws iam list-users\nls aws s3 ls\n";
        browser.open(page(html(mended(commands))), "");
        assertThat(firstPanel())
                .contains("In the account 1001:")
                .contains(
                        "aws s3api put-it --region eu-west-1 --bucket ledger \\\n", "aws iam list-users\nls aws s3 ls");
    }

    @Test
    void aCommandOfAwsThatSaysARegionKeepsIt() throws IOException {
        browser.open(page(html(mended("aws ec2 stop-it --region us-east-1\n"))), "");
        assertThat(firstPanel()).contains("aws ec2 stop-it --region us-east-1").doesNotContain("--region eu-west-1");
    }

    private ReportData mended(String commands) {
        ToyScan scan = new ToyScan(folder.resolve("snapshot"))
                .rule(new RuleInfo(
                        "a-rule",
                        "hash-of-a-rule",
                        "storage.bucket",
                        Severity.LOW,
                        Text.of("A rule", "规则"),
                        Text.EMPTY,
                        Text.EMPTY,
                        "true",
                        Map.of("aws", new Remediation(Text.EMPTY, commands, "")),
                        List.of()));
        scan.finding(
                "a-rule",
                new Finding.Subject(
                        "aws:1001:eu-west-1:aws.s3.bucket:ledger", "ledger", "aws.s3.bucket", "ledger", IRELAND),
                Verdict.FAIL,
                List.of(),
                List.of(),
                Text.EMPTY);
        return scan.data();
    }

    @Test
    void columnsSortByWhatTheyShow() throws IOException {
        ToyScan scan = new ToyScan(folder.resolve("snapshot")).rule("a-rule", Severity.LOW, "A rule", "规则");
        for (String[] asset : new String[][] {{"1001", "zebra", "b"}, {"1002", "lion", "c"}, {"1003", "ape", "a"}}) {
            scan.asset(
                    ToyScan.BUCKET,
                    new Scope("", asset[0], "north"),
                    Doc.of("Name", asset[1], "Public", true),
                    Map.of("tag", asset[2]));
        }
        Path page = page(html(scan.data()));
        browser.open(page, "#view=assets&columns=id&sort=id");
        assertThat(firstCells()).containsExactly("ape", "lion", "zebra");
        browser.open(page, "#view=assets&columns=tags&sort=-tags");
        assertThat(firstCells()).containsExactly("tag=c", "tag=b", "tag=a");
    }

    @Test
    void aDamagedPageSaysThatItsDataCannotBeRead() throws IOException {
        String html = html(Scans.small(folder.resolve("snapshot")));
        browser.open(
                page(html.replace("id=\"data-asset-ids\">", "id=\"data-asset-ids\">AAAA")),
                "",
                "document.querySelector('#findings .loading')?.textContent.includes('the file is damaged')");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whereTheDetailsAreDamagedTheTableStandsAndThePanelSaysIt() throws IOException {
        String html = html(Scans.small(folder.resolve("snapshot")));
        browser.open(page(html.replace("id=\"data-details-0\">", "id=\"data-details-0\">AAAA")), "");
        assertThat(firstPanel()).contains("the file is damaged");
    }
}
