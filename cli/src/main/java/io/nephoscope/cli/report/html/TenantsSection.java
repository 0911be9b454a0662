package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tenant;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.KindCount;
import io.nephoscope.cli.report.html.Page.SeverityFails;
import io.nephoscope.cli.report.html.Page.TenantRow;
import io.nephoscope.cli.report.html.Page.Tenants;
import io.nephoscope.cli.report.html.Page.WorstRow;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The organisation as a tree, each node with all that lies below it. */
final class TenantsSection {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 6;

    private TenantsSection() {}

    static Tenants of(ReportData data, Lines lines) {
        List<Tenant> tenants = data.tenants();
        List<TenantRow> rows =
                tenants.stream().limit(MOST).map(tenant -> row(tenant, lines)).toList();
        return new Tenants(rows, Math.max(0, tenants.size() - MOST));
    }

    private static TenantRow row(Tenant tenant, Lines lines) {
        Words words = lines.words();
        List<WorstRow> worst = tenant.worst().stream()
                .map(it -> new WorstRow(lines.rule(it.rule()), of(it.counts(), words)))
                .toList();
        List<KindCount> kinds = new ArrayList<>();
        tenant.assets().forEach((kind, count) -> kinds.add(new KindCount(kind, count)));
        return new TenantRow(
                tenant.name().isEmpty() ? words.of(Word.NO_BRANCH) : words.name(tenant.name()),
                words.name(tenant.path()),
                note(tenant, words),
                Math.min(tenant.depth(), DEEPEST),
                tenant.accounts(),
                tenant.lost(),
                tenant.allAssets(),
                Arrays.stream(Severity.values())
                        .map(severity -> fails(tenant.tally().of(severity), words))
                        .toList(),
                Bar.of(tenant.tally().verdicts(), words),
                kinds,
                worst);
    }

    private static SeverityFails fails(Counts counts, Words words) {
        return new SeverityFails(
                counts.of(Verdict.FAIL),
                counts.judged(),
                of(counts, words),
                counts.of(Verdict.UNKNOWN) == 0 ? "" : words.of(Word.UNKNOWN_MORE, counts.of(Verdict.UNKNOWN)));
    }

    private static String of(Counts counts, Words words) {
        return words.of(Word.PART_OF, counts.of(Verdict.FAIL), counts.judged());
    }

    private static String note(Tenant tenant, Words words) {
        List<String> parts = new ArrayList<>();
        if (!tenant.node().kind().isEmpty()) {
            parts.add(words.nodeKind(tenant.node().kind()));
        }
        if (tenant.node().mlpsLevel() > 0) {
            parts.add(words.of(Word.MLPS_LEVEL, tenant.node().mlpsLevel()));
        }
        if (!tenant.node().owner().isEmpty()) {
            parts.add(words.name(tenant.node().owner()));
        }
        return String.join(" · ", parts);
    }
}
