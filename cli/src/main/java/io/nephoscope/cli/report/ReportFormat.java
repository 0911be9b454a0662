package io.nephoscope.cli.report;

import io.nephoscope.cli.report.exchange.AsffReport;
import io.nephoscope.cli.report.exchange.FindingLines;
import io.nephoscope.cli.report.exchange.GitLabReport;
import io.nephoscope.cli.report.exchange.JUnitReport;
import io.nephoscope.cli.report.exchange.MarkdownReport;
import io.nephoscope.cli.report.exchange.OcsfFindings;
import io.nephoscope.cli.report.exchange.OcsfInventory;
import io.nephoscope.cli.report.exchange.OscalReport;
import io.nephoscope.cli.report.exchange.SarifReport;
import io.nephoscope.cli.report.html.HtmlReport;
import io.nephoscope.cli.report.sheet.AssetsSheet;
import io.nephoscope.cli.report.sheet.BranchesSheet;
import io.nephoscope.cli.report.sheet.CoverageSheet;
import io.nephoscope.cli.report.sheet.CsvFile;
import io.nephoscope.cli.report.sheet.CsvReport;
import io.nephoscope.cli.report.sheet.FindingsSheet;
import io.nephoscope.cli.report.sheet.Sheet;
import io.nephoscope.cli.report.sheet.SheetWords;
import io.nephoscope.cli.report.sheet.SummarySheet;
import io.nephoscope.cli.report.sheet.XlsxReport;
import io.nephoscope.inventory.doc.Language;
import java.util.Locale;
import java.util.function.BiFunction;

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
    /** The tables in one workbook behind a cover, with room for what a reviewer decides. */
    XLSX("report.xlsx"),
    /** One page for people, to read and to print. */
    HTML("report.html"),
    /** For code scanning on code hosts. */
    SARIF("report.sarif"),
    /** For build servers that show tests. */
    JUNIT("junit.xml"),
    /** For GitLab's merge requests. */
    GITLAB("gl-code-quality-report.json"),
    /** For the page of a build and for pull requests. */
    MARKDOWN("summary.md"),
    /** For security data lakes: an event for each finding. */
    OCSF("findings.ocsf.ndjson"),
    /** The same for each asset. */
    OCSF_INVENTORY("inventory.ocsf.ndjson"),
    /** For AWS Security Hub. */
    ASFF("findings.asff.ndjson"),
    /** For auditors' tools. */
    OSCAL("assessment-results.json"),
    /** For whatever reads line by line; described by {@code finding.schema.json}. */
    NDJSON("report.ndjson");

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
        private Report csv(BiFunction<ReportData, SheetWords, Sheet<?>> sheet) {
            return new CsvReport(sheet, new CsvFile(SheetWords.of(language, englishForPrograms), byteOrderMark));
        }

        private Words words() {
            return new Words(language);
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
            case CSV -> options.csv(FindingsSheet::of);
            case ASSETS_CSV -> options.csv(AssetsSheet::of);
            case COVERAGE_CSV -> options.csv(CoverageSheet::of);
            case BRANCHES_CSV -> options.csv(BranchesSheet::of);
            case SUMMARY_CSV -> options.csv(SummarySheet::of);
            case XLSX -> new XlsxReport(options.language());
            case HTML -> new HtmlReport(options.language());
            case SARIF -> new SarifReport(options.words());
            case JUNIT -> new JUnitReport(options.words());
            case GITLAB -> new GitLabReport(options.words());
            case MARKDOWN -> new MarkdownReport(options.words());
            case OCSF -> new OcsfFindings(options.words());
            case OCSF_INVENTORY -> new OcsfInventory(options.words());
            case ASFF -> new AsffReport(options.words());
            case OSCAL -> new OscalReport(options.words());
            case NDJSON -> new FindingLines();
        };
    }
}
