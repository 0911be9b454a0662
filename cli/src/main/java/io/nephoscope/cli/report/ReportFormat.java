package io.nephoscope.cli.report;

import io.nephoscope.cli.report.html.HtmlReport;
import io.nephoscope.inventory.doc.Language;
import java.util.Locale;

/** The reports that can be asked for. */
public enum ReportFormat {
    /** Everything, for machines; described by {@code report.schema.json}. */
    JSON("report.json"),
    /** One row for each finding. */
    CSV("findings.csv"),
    /** One row for each asset. */
    ASSETS_CSV("assets.csv"),
    /** One row for each account, region and type: whether it was read. */
    COVERAGE_CSV("coverage.csv"),
    /** One row for each branch of the organisation. */
    BRANCHES_CSV("branches.csv"),
    /** One row for each figure. */
    SUMMARY_CSV("summary.csv"),
    /** One page for people, to read and to print. */
    HTML("report.html");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /**
     * What may be chosen of a report.
     *
     * @param language of the reports that speak one language
     * @param byteOrderMark whether a table begins with the mark by which Excel knows UTF-8
     * @param englishForPrograms whether tables keep their English headings and fixed words, whatever language their texts are in
     */
    public record Options(Language language, boolean byteOrderMark, boolean englishForPrograms) {
        private CsvWords csv() {
            return CsvWords.of(language, englishForPrograms);
        }
    }

    /** As in options: {@code assets-csv}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name that a file of this report has where nobody chose another. */
    public String fileName() {
        return fileName;
    }

    public Report report(Options options) {
        return switch (this) {
            case JSON -> new JsonReport();
            case CSV -> new FindingsCsv(options.csv(), options.byteOrderMark());
            case ASSETS_CSV -> new AssetsCsv(options.csv(), options.byteOrderMark());
            case COVERAGE_CSV -> new CoverageCsv(options.csv(), options.byteOrderMark());
            case BRANCHES_CSV -> new BranchesCsv(options.csv(), options.byteOrderMark());
            case SUMMARY_CSV -> new SummaryCsv(options.csv(), options.byteOrderMark());
            case HTML -> new HtmlReport(options.language());
        };
    }
}
