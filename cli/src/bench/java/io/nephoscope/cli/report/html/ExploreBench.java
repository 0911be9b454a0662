package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A page of 225,000 verdicts on 15,000 assets of 200 branches: its size, how long a browser takes until its table can be used, and how long
 * answers take.
 */
public final class ExploreBench {
    private static final int BRANCHES = 200;
    private static final int ASSETS = 75;
    private static final int RULES = 15;
    private static final AssetType BUCKET = ToyScan.bucket("toy.bucket");
    private static final List<String> QUESTIONS = List.of(
            "#severity=critical",
            "#v=FAIL&branch=Group%2FBranch%20007",
            "#rule=rule-3,rule-7",
            "#q=bucket%20117",
            "#q=team-5",
            "#sort=asset",
            "#sort=-branch,rule",
            "#view=assets",
            "#view=rules");

    private ExploreBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("explore");
        ReportData data = scan(folder.resolve("snapshot"));
        Path page = folder.resolve("report.html");
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(page)) {
            ReportFormat.HTML
                    .report(new ReportFormat.Options(Language.EN, false, false))
                    .write(data, out);
        }
        tell("written in", millisSince(start), "ms");
        tell("size", Files.size(page), "bytes");
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            start = System.nanoTime();
            browser.open(page, "");
            tell("usable after", millisSince(start), "ms");
            for (int round = 1; round <= 2; round++) {
                for (String question : QUESTIONS) {
                    tell(question, browser.evaluate(answer(question)).asLong(), "ms, round " + round);
                }
            }
            start = System.nanoTime();
            browser.evaluate(
                    "location.hash = '#asset=' + encodeURIComponent('toy:000000000117:eu-west-1:toy.bucket:bucket-117-42')");
            browser.await("document.querySelector('#panel[open] #panel-title')?.textContent");
            tell("panel after", millisSince(start), "ms");
        }
    }

    private static ReportData scan(Path folder) throws IOException {
        Random random = new Random(7);
        ToyScan scan = new ToyScan(folder).organisation("Group");
        for (int rule = 0; rule < RULES; rule++) {
            scan.rule("rule-" + rule, Severity.values()[rule % 4], "Title of rule " + rule, "规则 " + rule);
        }
        for (int branch = 1; branch <= BRANCHES; branch++) {
            Scope scope = new Scope(
                    String.format(Locale.ROOT, "Group/Branch %03d", branch),
                    String.format(Locale.ROOT, "%012d", branch),
                    "eu-west-1");
            for (int asset = 0; asset < ASSETS; asset++) {
                asset(scan, scope, "bucket-" + branch + "-" + asset, random);
            }
        }
        return scan.data();
    }

    /** About as much of one as a cloud tells of a machine. */
    private static void asset(ToyScan scan, Scope scope, String name, Random random) {
        Doc.Builder attributes = Doc.builder().put("Name", name).put("Public", random.nextBoolean());
        for (int field = 0; field < 25; field++) {
            attributes.put(
                    "Attribute" + field,
                    field % 5 == 0
                            ? DocList.of(Doc.of("Id", hex(random), "State", "attached"), Doc.of("Id", hex(random)))
                            : field % 5 == 1 ? (Object) ("arn:toy:" + hex(random)) : "Enabled");
        }
        scan.asset(BUCKET, scope, attributes.build(), Map.of("env", "prod", "owner", "team-" + random.nextInt(40)));
        for (int rule = 0; rule < RULES; rule++) {
            Verdict verdict = List.of(Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN)
                    .get(random.nextInt(4));
            scan.finding(
                    "rule-" + rule,
                    ToyScan.subject("toy.bucket", scope, name),
                    verdict,
                    List.of(new Evidence("facets.public", verdict == Verdict.FAIL, "toy:ListBuckets")),
                    verdict == Verdict.UNKNOWN ? List.of(ToyScan.POLICY_DENIED) : List.of(),
                    verdict == Verdict.UNKNOWN ? Text.of("toy:GetPolicy was denied", "toy:GetPolicy 被拒绝") : Text.EMPTY);
        }
    }

    private static String hex(Random random) {
        return Long.toHexString(random.nextLong());
    }

    /** How long it takes until the answer can be seen. */
    private static String answer(String fragment) {
        return "new Promise((done) => { const start = performance.now(); history.pushState(null, '', '" + fragment
                + "'); dispatchEvent(new HashChangeEvent('hashchange'));"
                + " requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - start)))); })";
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void tell(String what, long figure, String unit) {
        System.out.println(what + ": " + String.format(Locale.ROOT, "%,d", figure) + " " + unit);
    }
}
