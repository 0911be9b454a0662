package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.GroupScan;
import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    /** Data that the page carries: no browser runs it, and nothing in it can end it. */
    private static final Pattern CARRIED =
            Pattern.compile("<script type=\"application/octet-stream\" id=\"[a-z0-9-]+\">[A-Za-z0-9+/=]+</script>");

    @TempDir
    private Path folder;

    private static String html(ReportData data, Language language) {
        return Written.report(ReportFormat.HTML, language, data);
    }

    private static List<String> found(String pattern, String html) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(match -> match.group(match.groupCount()))
                .toList();
    }

    private static String section(String id, String html) {
        return found("<section id=\"" + id + "\".*?</section>", html).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"style", "script"})
    void thePolicyAllowsExactlyWhatThePageCarries(String element) throws NoSuchAlgorithmException {
        String html = html(RichScan.in(folder), Language.EN);
        List<String> carried = found("<" + element + ">(.*?)</" + element + ">", html);
        assertThat(carried).hasSize(1);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(carried.get(0).getBytes(StandardCharsets.UTF_8));
        String policy = found("Content-Security-Policy\" content=\"(.*?)\"", html)
                .get(0)
                .replace("&#39;", "'");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
                .doesNotContain("unsafe");
    }

    @Test
    void noRequestLeavesThePage() {
        String html = html(RichScan.in(folder), Language.EN);
        assertThat(html).doesNotContainPattern("(?i)\\b(src|srcset|action|poster|background|ping)\\s*=|url\\(|@import");
        assertThat(found("<link[^>]*href=\"([^\"]*)\"", html)).containsExactly("data:,");
        assertThat(html).doesNotContain(" style=");
    }

    @ParameterizedTest
    @EnumSource
    void hostileTextsAreShownAndDoNothing(Language language) {
        String html = html(HostileScan.in(folder), language);
        assertThat(found("<(script)\\b", CARRIED.matcher(html).replaceAll(""))).hasSize(1);
        assertThat(found("<(style)\\b", html)).hasSize(1);
        assertThat(found("(<(?:img|svg|iframe|meta http-equiv=.?refresh)\\b)", html))
                .isEmpty();
        assertThat(found("<a [^<>]*href=\"([^\"#][^\"]*)\"", html)).allMatch(link -> link.startsWith("https://"));
        assertThat(html.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
        assertThat(html).contains("&lt;svg/onload=", "\\u202egpj", "\\u001b[2J");
    }

    @Test
    void aNameWithoutEndIsCutAndSaysSo() {
        String unseen = section("unseen", html(HostileScan.in(folder), Language.EN));
        assertThat(unseen)
                .contains("界… (9,880 more characters)", "界… (9,600 more characters)")
                .doesNotContain("界".repeat(401));
    }

    @Test
    void everyLinkInsideThePageLeadsSomewhereAndEveryIdIsThereOnce() {
        for (ReportData data : List.of(RichScan.in(folder.resolve("a")), HostileScan.in(folder.resolve("b")))) {
            String html = html(data, Language.EN);
            List<String> ids = found(" id=\"([^\"]*)\"", html);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(ids).containsAll(found("href=\"#([^\"=]*)\"", html));
        }
    }

    @Test
    void everyOtherLinkInsideThePageIsAFilterOfFindingsOrAssets() {
        List<String> filters = found(
                "href=\"#([^\"]*=[^\"]*)\"",
                html(HostileScan.in(folder), Language.EN).replace("&amp;", "&"));
        assertThat(filters)
                .isNotEmpty()
                .allMatch(it -> it.matches("((v|view|severity|branch|provider|account|type|rule)=[\\w.~*%,-]+&?)+"));
    }

    @Test
    void thePicturesComeFirstAndWhatIsOnlyLookedUpComesLast() {
        String html = html(RichScan.in(folder), Language.EN);
        assertThat(found("<section id=\"(.*?)\"", html))
                .containsExactly(
                        "branch-map",
                        "account-map",
                        "findings",
                        "worst",
                        "not-known",
                        "unseen",
                        "scanned",
                        "branches",
                        "coverage",
                        "verdicts",
                        "manual",
                        "rules",
                        "calls",
                        "reading");
        assertThat(found("<details>\\s*<summary><h2 id=\"([a-z]*)-title\">", html))
                .containsExactly("scanned", "branches", "coverage", "verdicts", "manual", "rules", "calls", "reading");
    }

    @Test
    void theHeadSaysHowMuchWasSeenAndStaysAmberWhileAnythingIsUnknown() {
        assertThat(html(Scans.small(folder), Language.EN))
                .contains("<div class=\"seen gaps\">")
                .contains("1 of 2 listings were answered, 2 of 4 verdicts are known.")
                .contains("<span class=\"known w50\"></span><span class=\"unknown w50\"></span>");
    }

    @Test
    void theHeadIsAmberTooWhereEveryCallWasAnsweredAndAVerdictIsUnknown() {
        ToyScan scan = new ToyScan(folder)
                .rule(Scans.NOT_PUBLIC)
                .unit("toy", new Scope("", "1", "north"), "toy.bucket", listed(), 1)
                .finding(
                        "bucket-not-public",
                        ToyScan.subject("toy.bucket", new Scope("", "1", "north"), "a"),
                        Verdict.UNKNOWN,
                        List.of(),
                        List.of(),
                        Text.EMPTY);
        assertThat(html(scan.data(), Language.EN))
                .contains("<div class=\"seen gaps\">", "\"><span class=\"unknown w100\"></span></span>")
                .doesNotContain("seen whole");
    }

    @Test
    void theHeadCountsApartWhatTheSourceLacksAndWhatNobodyAskedFor() {
        ToyScan scan = new ToyScan(folder)
                .rule(Scans.NOT_PUBLIC)
                .unit("toy", new Scope("", "1", "north"), "toy.bucket", listed(), 3);
        unknown(scan, "a", Cause.notCollected("toy:GetPolicy", "toy:GetPolicy"));
        unknown(scan, "b", new Cause("toy:ListBuckets", Status.NOT_SAID, "", Text.EMPTY));
        unknown(scan, "c", new Cause("", Status.NOT_COLLECTED, "", Text.of("no such field", "无此字段")));
        assertThat(html(scan.data(), Language.EN))
                .contains("2 verdicts are UNKNOWN, since their sources do not hold what the rules read."
                        + " 1 verdict is UNKNOWN, since a call that its rule needs was not asked for.");
    }

    private static void unknown(ToyScan scan, String asset, Cause cause) {
        scan.finding(
                "bucket-not-public",
                ToyScan.subject("toy.bucket", new Scope("", "1", "north"), asset),
                Verdict.UNKNOWN,
                List.of(),
                List.of(cause),
                Text.EMPTY);
    }

    @Test
    void theHeadCountsFailuresBySeverityAndLeadsToThem() {
        assertThat(html(Scans.small(folder), Language.EN))
                .contains("<a href=\"#v=FAIL\">1</a>", "<a href=\"#v=FAIL&amp;severity=critical\">")
                .doesNotContain("<a href=\"#v=FAIL&amp;severity=high\">");
    }

    @Test
    void accountsAndRegionsAreCountedAsTheyWereLookedAt() {
        assertThat(html(RichScan.in(folder), Language.EN))
                .contains("<dd>3 accounts · 10 regions, 2 with assets · 13 assets · 8 rules</dd>");
    }

    @Test
    void timesAreUtcAndSayItToPrograms() {
        assertThat(html(Scans.small(folder), Language.EN))
                .contains("<time datetime=\"2026-01-01T00:00:00Z\">2026-01-01 00:00:00 UTC</time>");
    }

    @Test
    void theHeadSaysThatNoSnapshotTellsWhoAsked() {
        assertThat(html(Scans.small(folder), Language.EN))
                .contains("Through harbour (toy). A snapshot does not record who asked.");
    }

    @Test
    void gapsNameTheCallTheOutcomeAndThePermission() {
        String unseen = section("unseen", html(Scans.small(folder), Language.EN));
        assertThat(unseen)
                .contains("Granting these 2 permissions would make 2 UNKNOWN verdicts known.")
                .contains("toy:ListBuckets", "denied", "AccessDenied", "south")
                .contains("toy:GetPolicy", "AccessDenied: not authorised");
    }

    @Test
    void coverageTellsWhatWasListedWhereAndWhatWasNot() {
        String coverage = section("coverage", html(RichScan.in(folder), Language.EN));
        assertThat(coverage)
                .contains("155 assets · 10 regions, 2 with assets · <span class=\"outcome denied\">4 gaps</span>")
                .contains("5 regions: ap-northeast-1, ap-southeast-1, ca-central-1, eu-north-1, eu-west-2")
                .contains("throttled</span> ≥ 12", "title=\"not offered\">–</td>");
    }

    @Test
    void typesOfWhichThereIsNothingAnywhereTakeNoRow() {
        ToyScan scan = new ToyScan(folder)
                .unit("toy", new Scope("", "1", "north"), "toy.bucket", listed(), 2)
                .unit("toy", new Scope("", "1", "north"), "toy.queue", listed(), 0);
        assertThat(section("coverage", html(scan.data(), Language.EN)))
                .contains("<code>toy.bucket</code>", "Read everywhere, and nothing there: toy.queue.")
                .doesNotContain("<code>toy.queue</code>");
    }

    @Test
    void aScanWithoutGapsSaysThatNothingIsMissing() {
        String html = html(
                new ToyScan(folder)
                        .unit("toy", new Scope("", "1", "north"), "toy.bucket", listed(), 0)
                        .data(),
                Language.EN);
        assertThat(html)
                .contains(
                        "<div class=\"seen whole\">",
                        "<strong>Nothing is missing.</strong>",
                        "No rule failed on anything that was read.");
        assertThat(section("unseen", html)).contains("Every call was answered").doesNotContain("<table");
    }

    private static Cause listed() {
        return new Cause("toy:ListBuckets", Status.VALUE, "", Text.EMPTY);
    }

    @Test
    void aScanThatWasCutOffOrReplayedSaysSo() {
        String html = html(
                new ToyScan(folder)
                        .cutOff()
                        .target("toy", "", "attic", List.of(), "2020-02-02T02:02:02Z")
                        .data(),
                Language.EN);
        assertThat(html)
                .contains("This report has gaps.", "The scan was cut off before it came to its end.", "not finished")
                .contains("attic: replayed from a recording of 2020-02-02 02:02:02 UTC, not read live.");
    }

    @Test
    void aFailureShowsWhatWasObservedAndByWhichCall() {
        assertThat(section("worst", html(Scans.small(folder), Language.ZH)))
                .contains("存储桶未公开", "任何人都可以读取该存储桶。", "以下为全部不合规项。")
                .contains("facets.public = <b>true</b>", "toy:ListBuckets");
    }

    @Test
    void manyFailuresAreCountedAndTheWorstOfThemShown() {
        String worst = section("worst", html(GroupScan.in(folder, 2), Language.EN));
        assertThat(found("(<tr>)", worst)).hasSize(1 + 100);
        assertThat(worst).contains("100 of what failed, the worst first, chosen evenly over branches; 1,900 more are");
    }

    @Test
    void whatIsUnknownNamesItsAssetTheCallAndThePermission() {
        String notKnown = section("not-known", html(Scans.small(folder), Language.EN));
        assertThat(found("(<tr>)", notKnown)).hasSize(1 + 2);
        assertThat(notKnown)
                .contains("Every UNKNOWN verdict, and what it lacks.")
                .contains(
                        "bucket-versioned", "ledger", "<code>toy:GetPolicy</code>", "needs <code>toy:GetPolicy</code>")
                .contains("bucket-not-public", "anything that may be there", "south", "<code>toy:ListBuckets</code>")
                .contains("<span class=\"outcome denied\">denied</span>");
    }

    @Test
    void whatIsFoldedIsPrintedByChoice() {
        String html = html(RichScan.in(folder), Language.EN);
        assertThat(html).contains("<input type=\"checkbox\" id=\"print-all\">");
        assertThat(Inlined.read().style()).contains("body:not(:has(#print-all:checked)) .folds { display: none; }");
    }

    @Test
    void thePageSaysItsLanguageAndHasOneMainHeading() {
        ReportData data = RichScan.in(folder);
        assertThat(html(data, Language.EN)).contains("<html lang=\"en\">");
        assertThat(html(data, Language.ZH)).contains("<html lang=\"zh-CN\">");
        assertThat(found("<(h1)>", html(data, Language.EN))).hasSize(1);
    }

    @Test
    void everyTableHasACaptionAndEveryHeadAScope() {
        String html = html(RichScan.in(folder), Language.EN);
        assertThat(found("<table[^>]*>\\s*(<caption)", html)).hasSameSizeAs(found("(<table)\\b", html));
        assertThat(found("(<th\\b(?! scope=))", html)).isEmpty();
    }

    @Test
    void theSameScanGivesTheSameBytes() {
        ReportData data = RichScan.in(folder);
        assertThat(html(data, Language.ZH)).isEqualTo(html(data, Language.ZH));
    }

    @Test
    void theChinesePageHoldsNoEnglishOfOurs() {
        String html = html(RichScan.in(folder), Language.ZH);
        String texts = html.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
                .replaceAll("(?s)<ul class=\"references\">.*?</ul>", "")
                .replaceAll("<[^>]*>", "\n")
                .replaceAll("(?m)^.*(AccessDenied|Rate exceeded).*$", "");
        assertThat(Pattern.compile("[A-Za-z]+(?: [a-z]+){2,}")
                        .matcher(texts)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }
}
