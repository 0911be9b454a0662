package io.nephoscope.cli.command;

import static java.util.function.Predicate.not;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.output.FileMode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is written, and in which language. */
final class OutputOptions {
    @ArgGroup(validate = false, order = 4, heading = "%nWhat to write:%n")
    private Given given = new Given();

    @Mixin
    private ModeOption mode = new ModeOption();

    private static final class Given {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "FORMAT=FILE",
                converter = ReportFile.Converter.class,
                description =
                        "Write a report: json, html, xlsx, csv, assets-csv, coverage-csv, branches-csv, summary-csv, sarif, junit, gitlab,"
                                + " markdown, ocsf, ocsf-inventory, asff, oscal or ndjson. Repeatable; the file - is standard output, and a"
                                + " name that ends in .gz is packed.")
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

    /** Whether a report takes standard output for itself. */
    boolean takeStandardOutput() {
        return given.files.stream().anyMatch(report -> report.file().isStandardOutput());
    }

    /** The files that reports go to. */
    List<String> files() {
        return given.files.stream()
                .map(ReportFile::file)
                .filter(not(OutputFile::isStandardOutput))
                .map(OutputFile::name)
                .toList();
    }

    void write(ReportData data, Terminal terminal) {
        ReportFormat.Options options =
                new ReportFormat.Options(terminal.language(), given.byteOrderMark, given.csvEnglish);
        given.files.forEach(file -> file.write(data, options, mode(), terminal));
    }

    /** Of all files that are written, the snapshot's too. */
    FileMode mode() {
        return mode.mode();
    }
}
