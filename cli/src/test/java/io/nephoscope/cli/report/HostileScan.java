package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.ToyScan.subject;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A scan of which every text tries to do harm: to browsers, spreadsheets, terminals and readers. */
public final class HostileScan {
    /** What a script of the data would leave behind in the page. */
    public static final String MARK = "data-harmed";

    private static final String ACT = "document.documentElement.setAttribute('" + MARK + "','1')";

    public static final List<String> TEXTS = List.of(
            "<script>" + ACT + "</script>",
            "</script><script>" + ACT + "</script>",
            "</style><script>" + ACT + "</script>",
            "\"><img src=x onerror=\"" + ACT + "\">",
            "' onmouseover='" + ACT + "' autofocus onfocus='" + ACT + "' x='",
            "<svg/onload=" + ACT + ">",
            "--><script>" + ACT + "</script><!--",
            "<iframe srcdoc=\"<script>parent." + ACT + "</script>\"></iframe>",
            "<a href=\"javascript:" + ACT + "\">x</a>",
            "javascript:" + ACT,
            "${" + ACT + "} #{1} {{1}} @if(true)",
            "<img src=https://evil.example/x srcset=\"//evil.example/y 2x\"><link rel=stylesheet href=//evil.example/s>",
            "<style>@import url(//evil.example/i);*{background:url(https://evil.example/b)}</style>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "=HYPERLINK(\"https://evil.example\")",
            "a\n=cmd|' /C calc'!A0",
            "\u001b[2J\u001b]0;owned\u0007\u009b31m",
            "gnp.\u202egpj\u2066\u200f\u200b\ufeff",
            "a\0b\rc\td\u2028e\ud83d",
            "界".repeat(5_000) + "x".repeat(5_000));

    private HostileScan() {}

    public static ReportData in(Path folder) {
        ToyScan scan = new ToyScan(folder).organisation(TEXTS.get(0) + TEXTS.get(14));
        for (int i = 0; i < TEXTS.size(); i++) {
            add(scan, TEXTS.get(i), i);
        }
        ReportData data = scan.data();
        List<Unit> gone = TEXTS.stream()
                .map(text -> new Unit("toy", new Scope(text, "gone" + text, text), text, ToyScan.LISTED, 5, 0))
                .toList();
        return data.since(
                new Baseline("then", "2025-01-01T00:00:00Z", new TreeSet<>(Set.of("toy")), Coverage.of(gone)), 20);
    }

    private static void add(ToyScan scan, String text, int i) {
        String id = i + text;
        Scope scope = new Scope("Group/" + text, text + i, text);
        Text both = new Text(text, text);
        Cause listed = new Cause(text, Status.VALUE, text, Text.quoted(text));
        Cause denied = new Cause(text + ":" + text, Status.DENIED, text, Text.quoted(text));
        scan.target(text, text, text, List.of(text), i % 2 == 0 ? text.replace("T", "t") : "");
        scan.rule(new RuleInfo(
                id,
                text,
                text,
                Severity.values()[i % 4],
                both,
                both,
                both,
                text,
                Map.of("toy", new Remediation(both, text, text), text, new Remediation(both, text, text)),
                List.of(new RuleInfo.Reference(text, text), new RuleInfo.Reference(text, "https://x\"" + text))));
        Doc attributes = Doc.of("Name", id, "Public", text, "Versioned", DocList.of(text, Doc.of(text, text)));
        scan.asset(ToyScan.BUCKET, scope, attributes, Map.of(text, text));
        scan.unit("toy", scope, "toy.bucket", listed, 1);
        scan.unit("toy", scope, text, denied, 0);
        scan.call(scope.account(), text, denied, 3);
        Evidence evidence = new Evidence(text, Doc.of(text, DocList.of(text)), text);
        scan.finding(
                id,
                subject("toy." + text, scope, text),
                Verdict.FAIL,
                List.of(evidence),
                List.of(),
                new Text(text + 1, text + 1));
        scan.finding(id, subject("toy.bucket", scope, "*"), Verdict.UNKNOWN, List.of(), List.of(denied), both);
        scan.finding(id, subject("toy.bucket", scope, "u"), Verdict.UNKNOWN, List.of(evidence), List.of(denied), both);
        scan.finding(id, subject("toy.bucket", scope, "m"), Verdict.MANUAL, List.of(), List.of(), both);
    }
}
