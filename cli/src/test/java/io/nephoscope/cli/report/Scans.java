package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.ToyScan.BUCKET;
import static io.nephoscope.cli.report.ToyScan.LISTED;
import static io.nephoscope.cli.report.ToyScan.POLICY_DENIED;
import static io.nephoscope.cli.report.ToyScan.subject;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Scans that several tests report on. */
public final class Scans {
    public static final Scope NORTH = new Scope("Lakeside Group/Harbour", "1001", "north");
    static final Scope SOUTH = new Scope("Lakeside Group/Harbour", "1001", "south");
    static final Text PUBLIC = new Text("Anyone may read the bucket.", "任何人都可以读取该存储桶。");
    public static final RuleInfo NOT_PUBLIC = new RuleInfo(
            "bucket-not-public",
            "a1",
            "storage.bucket",
            Severity.CRITICAL,
            new Text("Buckets are not public", "存储桶未公开"),
            new Text("What is public is found within hours.", "公开的内容会在数小时内被发现。"),
            PUBLIC,
            "!facets.public",
            Map.of(
                    "toy",
                    new Remediation(
                            new Text("Open the bucket and close it.", "打开存储桶并关闭公开访问。"),
                            "toy close NAME\n",
                            "resource \"toy\" \"it\" {\n  public = false\n}\n")),
            List.of(new RuleInfo.Reference("Toy manual", "https://toys.example/close")));

    private Scans() {}

    /** Two buckets and a region that was refused: one PASS, one FAIL, one UNKNOWN of each sort. */
    public static ReportData small(Path folder) {
        return new ToyScan(folder)
                .target("toy", "Lakeside Group/Harbour", "harbour", List.of("north", "south"), "")
                .rule(NOT_PUBLIC)
                .rule("bucket-versioned", Severity.MEDIUM, "Buckets keep old versions", "存储桶保留历史版本")
                .asset(
                        BUCKET,
                        NORTH,
                        Doc.of("Name", "ledger", "Public", true, "Versioned", Unknown.because(POLICY_DENIED)),
                        Map.of("owner", "finance", "env", "prod"))
                .asset(BUCKET, NORTH, Doc.of("Name", "photos", "Public", false), Map.of())
                .unit("toy", NORTH, "toy.bucket", LISTED, 2)
                .unit(
                        "toy",
                        SOUTH,
                        "toy.bucket",
                        new Cause("toy:ListBuckets", Status.DENIED, "toy:ListBuckets", Text.quoted("AccessDenied")),
                        0)
                .call("1001", "north", LISTED, 1)
                .call("1001", "north", POLICY_DENIED, 1)
                .call(
                        "1001",
                        "south",
                        new Cause("toy:ListBuckets", Status.DENIED, "toy:ListBuckets", Text.quoted("AccessDenied")),
                        1)
                .finding(
                        "bucket-not-public",
                        subject("toy.bucket", NORTH, "ledger"),
                        Verdict.FAIL,
                        List.of(new Evidence("facets.public", true, "toy:ListBuckets")),
                        List.of(),
                        PUBLIC)
                .finding(
                        "bucket-not-public",
                        subject("toy.bucket", NORTH, "photos"),
                        Verdict.PASS,
                        List.of(new Evidence("facets.public", false, "toy:ListBuckets")),
                        List.of(),
                        Text.EMPTY)
                .finding(
                        "bucket-not-public",
                        subject("toy.bucket", SOUTH, Finding.Subject.UNLISTED),
                        Verdict.UNKNOWN,
                        List.of(),
                        List.of(new Cause(
                                "toy:ListBuckets", Status.DENIED, "toy:ListBuckets", Text.quoted("AccessDenied"))),
                        Text.EMPTY)
                .finding(
                        "bucket-versioned",
                        subject("toy.bucket", NORTH, "ledger"),
                        Verdict.UNKNOWN,
                        List.of(new Evidence("facets.versioned", Unknown.because(POLICY_DENIED), "toy:GetPolicy")),
                        List.of(POLICY_DENIED),
                        new Text("Not read.", "未读取。"))
                .finding(
                        "bucket-versioned",
                        subject("toy.bucket", NORTH, "photos"),
                        Verdict.NOT_APPLICABLE,
                        List.of(new Evidence("facets.versioned", Absent.ABSENT, "toy:ListBuckets")),
                        List.of(),
                        Text.EMPTY)
                .data();
    }
}
