package io.nephoscope.cli.command;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is written, and in which language. */
final class OutputOptions {
    @ArgGroup(validate = false, order = 4, heading = "%nWhat to write:%n")
    private Given given = new Given();

    private static final class Given {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "FORMAT=FILE",
                converter = ReportFile.Converter.class,
                description =
                        "Write a report: json, html, csv, assets-csv, coverage-csv, tenants-csv or summary-csv. Repeatable; the file - is"
                                + " standard output.")
        private List<ReportFile> files = new ArrayList<>();

        @Option(
                names = "--csv-bom",
                description = "Begin CSV files with a byte order mark, by which Excel knows UTF-8.")
        private boolean byteOrderMark;

        @Option(
                names = "--csv-english",
                description =
                        "Keep headings, verdicts and other fixed words of CSV files English, whatever the language: for programs.")
        private boolean csvEnglish;
    }

    /** Finds out whether everything can be written, before anything is read. */
    void check() {
        Set<OutputFile> seen = new HashSet<>();
        for (ReportFile report : given.files) {
            report.file().check();
            if (!seen.add(report.file())) {
                throw new UsageException(Text.of(
                        "Two reports would go to {0}; name two files.",
                        "两份报告都将写入 {0}；请指定两个文件。", report.file().name()));
            }
        }
    }

    /** Whether a report takes standard output for itself. */
    boolean takeStandardOutput() {
        return given.files.stream().anyMatch(report -> report.file().isStandardOutput());
    }

    void write(ReportData data, Terminal terminal) {
        ReportFormat.Options options =
                new ReportFormat.Options(terminal.language(), given.byteOrderMark, given.csvEnglish);
        given.files.forEach(file -> file.write(data, options, terminal));
    }
}
