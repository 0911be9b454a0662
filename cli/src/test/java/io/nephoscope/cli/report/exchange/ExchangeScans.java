package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scans that every format must be able to tell of. */
enum ExchangeScans {
    NOTHING,
    ONE,
    SMALL,
    STATED,
    RICH,
    HOSTILE;

    static final int MANY = 100_000;
    private static final int ACCOUNTS = 25;
    private static final Cause DENIED = new Cause(
            "s3:GetBucketPolicy", Status.DENIED, "s3:GetBucketPolicy", Text.quoted("AccessDenied: not authorised"));

    ReportData in(Path folder) {
        return switch (this) {
            case NOTHING -> new ToyScan(folder).data();
            case ONE ->
                new ToyScan(folder)
                        .rule(Scans.NOT_PUBLIC)
                        .finding(
                                Scans.NOT_PUBLIC.id(),
                                ToyScan.subject("toy.bucket", new Scope("", "1001", "north"), "ledger"),
                                Verdict.FAIL,
                                List.of(),
                                List.of(),
                                Text.EMPTY)
                        .data();
            case SMALL -> Scans.small(folder);
            case STATED -> stated(Scans.small(folder));
            case RICH -> RichScan.in(folder);
            case HOSTILE -> HostileScan.in(folder);
        };
    }

    /** The same with every FAIL waived and every PASS resting on a statement. */
    static ReportData stated(ReportData data) {
        Findings stated = each -> data.findings()
                .forEach(it -> each.accept(new Finding(
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
                                ? List.of(new Attested("facets.public", "So it is.", "Li Wei", "T-1", "2026-06-30"))
                                : List.of(),
                        it.verdict() == Verdict.FAIL
                                ? Optional.of(new Waived("Until the move.", "Anna", "2026-06-30"))
                                : Optional.empty())));
        return ReportData.of(data.manifest(), data.snapshot(), data.rules(), stated, "1.0.1");
    }

    /** 100,000 findings of 25 AWS accounts, made anew in each walk. */
    static ReportData many(Path folder) {
        ReportData none = new ToyScan(folder).data();
        List<RuleInfo> rules =
                IntStream.range(0, 4).mapToObj(ExchangeScans::rule).toList();
        Findings many = each -> IntStream.range(0, MANY).forEach(number -> each.accept(finding(rules, number)));
        return ReportData.of(none.manifest(), none.snapshot(), rules, many, "1.0.1");
    }

    private static RuleInfo rule(int number) {
        Severity severity = Severity.values()[number];
        return new RuleInfo(
                "rule-of-" + severity.label(),
                "h",
                "storage.bucket",
                severity,
                new Text("Buckets are fine", "存储桶符合要求"),
                new Text("It may leak.", "可能泄露。"),
                new Text("It is not fine.", "不符合要求。"),
                "true",
                Map.of(),
                List.of());
    }

    private static Finding finding(List<RuleInfo> rules, int number) {
        RuleInfo rule = rules.get(number % rules.size());
        int inAccount = MANY / ACCOUNTS;
        String account = String.valueOf(100_000_000_000L + number / inAccount);
        // Looks like chance, so that it packs as badly as real names do.
        String chance = Long.toHexString(number * 0x9E3779B97F4A7C15L);
        String name = "bucket-" + (1_000_000 + number) + "-" + chance;
        Scope scope = new Scope("", account, "eu-west-1");
        Verdict verdict = number % 10 == 9 ? Verdict.UNKNOWN : number % 2 == 0 ? Verdict.FAIL : Verdict.PASS;
        return new Finding(
                chance + Long.toHexString(number * 0xC2B2AE3D27D4EB4FL),
                rule.id(),
                rule.hash(),
                new Subject(
                        "aws:" + account + ":global:aws.s3.bucket:" + name,
                        "arn:aws:s3:::" + name,
                        "aws.s3.bucket",
                        name,
                        scope),
                verdict,
                rule.severity(),
                List.of(new Evidence("facets.public", verdict == Verdict.FAIL, "s3:GetBucketPolicy")),
                verdict == Verdict.UNKNOWN ? List.of(DENIED) : List.of(),
                verdict == Verdict.FAIL ? rule.failed() : Text.EMPTY);
    }
}
