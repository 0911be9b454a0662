package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/** The report as a workbook: a cover, and the tables with room for what a reviewer decides. */
public record XlsxReport(Language language, int mostRows) implements Report {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
    /** What is written is packed by {@link SteadyZip}. */
    private static final int NOT_PACKED = 0;

    public XlsxReport(Language language) {
        this(language, XlsxTable.MOST_ROWS);
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        SheetWords words = new SheetWords(new Words(language), false);
        String created = "$1"
                + Matcher.quoteReplacement(Evaluation.timeOf(data.snapshot()).toString());
        try (SteadyZip zip =
                new SteadyZip(out, PROPERTIES, it -> CREATED.matcher(it).replaceAll(created))) {
            Workbook workbook = new Workbook(zip, "Nephoscope", null);
            workbook.setCompressionLevel(NOT_PACKED);
            XlsxCover.write(workbook, words.in(Text.of("Cover", "封面")), data, words.texts());
            XlsxTable table = new XlsxTable(workbook, words, mostRows);
            table.write(words.in(Text.of("Findings", "判定结果")), FindingsSheet.forReview(data, words));
            table.write(words.in(Text.of("Assets", "资产")), AssetsSheet.of(data, words));
            table.write(words.in(Text.of("Exceptions", "豁免与声明")), ExceptionsSheet.of(data, words));
            table.write(words.in(Word.COVERAGE.text()), CoverageSheet.of(data, words));
            table.write(words.in(Text.of("Branches", "分支机构")), BranchesSheet.of(data, words));
            workbook.finish();
        }
    }
}
