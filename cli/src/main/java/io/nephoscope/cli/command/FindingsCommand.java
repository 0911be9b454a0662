package io.nephoscope.cli.command;

import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Findings;
import io.nephoscope.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "findings",
        description = "Lists findings of a snapshot that was judged before, the worst first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope findings snapshot --severity high",
            "  nephoscope findings snapshot --branch /Harbour --verdict unknown",
            "  nephoscope findings snapshot --rule bucket-not-public --format csv"
        })
final class FindingsCommand extends Action {
    /** So much of a fingerprint tells one finding from all others. */
    static final int ENOUGH = 12;

    private static final Comparator<FindingRow> WORST_FIRST = Comparator.comparing(
                    (FindingRow row) -> Words.VERDICTS.indexOf(row.finding().verdict()))
            .thenComparing(row -> row.finding().severity())
            .thenComparing(row -> row.finding().asset().uid())
            .thenComparing(row -> row.finding().rule());

    @Parameters(paramLabel = "SNAPSHOT", description = "The folder that a scan wrote with --snapshot.")
    private Path folder = Path.of("");

    @Mixin
    private JudgedSnapshot judged = new JudgedSnapshot();

    @Mixin
    private FindingFilter filter = new FindingFilter();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), or csv or ndjson with everything that there is to each finding.")
    private Format format = Format.TABLE;

    /** How findings are listed. */
    enum Format {
        TABLE,
        CSV,
        NDJSON;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    ExitCode run() {
        try (Installed installed = installedFor(folder);
                Snapshot snapshot = judged.open(folder, installed.types())) {
            ReportData all = judged.read(folder, snapshot, installed.types(), terminal());
            filter.check(all);
            switch (format) {
                case TABLE -> table(all);
                case CSV -> write(ReportFormat.CSV, all);
                case NDJSON -> write(ReportFormat.NDJSON, all);
            }
            return ExitCode.OK;
        }
    }

    private Findings chosen(ReportData all) {
        return each -> FindingRows.of(all).forEach(row -> {
            if (filter.test(row)) {
                each.accept(row.finding());
            }
        });
    }

    private void write(ReportFormat as, ReportData all) {
        ReportData data = ReportData.of(all.manifest(), all.snapshot(), all.rules(), chosen(all), all.toolVersion());
        try {
            as.report(new ReportFormat.Options(terminal().language(), false, false))
                    .write(data, terminal().out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(ReportData all) {
        List<FindingRow> rows = new ArrayList<>();
        List<FindingRow> nobodys = new ArrayList<>();
        FindingRows.of(all).forEach(row -> {
            if (filter.test(row)) {
                rows.add(row);
            } else if (filter.lacksOwner(row)) {
                nobodys.add(row);
            }
        });
        rows.sort(WORST_FIRST);
        Words words = new Words(terminal().language());
        Table table = new Table(
                terminal().language(),
                List.of(
                        Text.of("VERDICT", "判定"),
                        Text.of("SEVERITY", "严重程度"),
                        Text.of("RULE", "规则"),
                        Text.of("ASSET", "资产"),
                        Text.of("TYPE", "类型"),
                        Text.of("BRANCH", "分支机构"),
                        Text.of("ACCOUNT", "账号"),
                        Text.of("REGION", "区域"),
                        Text.of("FINGERPRINT", "指纹")));
        for (FindingRow row : rows) {
            Finding finding = row.finding();
            table.add(
                    words.of(finding.verdict()),
                    words.of(finding.severity()),
                    finding.rule(),
                    finding.asset().name(),
                    finding.asset().type(),
                    finding.asset().scope().branch(),
                    finding.asset().scope().account(),
                    finding.asset().scope().region(),
                    finding.fingerprint()
                            .substring(0, Math.min(ENOUGH, finding.fingerprint().length())));
        }
        table.print(terminal().out());
        if (!isQuiet()) {
            terminal()
                    .say(Text.of(
                            "{0} of {1} findings.",
                            "共 {1} 项判定，列出 {0} 项。",
                            rows.size(),
                            all.tally().verdicts().total()));
        }
        if (!nobodys.isEmpty()) {
            terminal()
                    .say(Text.of(
                            "{0} more are of assets whose owner was not read.",
                            "另有 {0} 项判定所属资产的责任人未能读取。", nobodys.size()));
        }
    }
}
