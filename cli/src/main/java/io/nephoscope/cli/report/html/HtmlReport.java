package io.nephoscope.cli.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.nephoscope.cli.plan.Calls;
import io.nephoscope.cli.report.AccountNames;
import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.embed.Embedded;
import io.nephoscope.inventory.doc.Language;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One page, complete in itself, to read in a browser and to print. */
public final class HtmlReport implements Report {
    private final Words words;

    public HtmlReport(Language language) {
        this.words = new Words(language);
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page(data), new WriterOutput(text));
        text.flush();
    }

    private Page page(ReportData data) {
        Lines lines = new Lines(words, AccountNames.of(data.snapshot()));
        List<Branch> branches = data.branches();
        return new Page(
                words,
                Inlined.read(),
                CoverSection.of(data, branches, lines),
                BranchMap.of(branches, lines),
                AccountMap.of(data, lines),
                WorstRows.of(data, lines),
                UnseenSection.of(data, lines),
                data.shrinkage().map(since -> BaselineSection.of(since, lines)),
                StatementsSection.of(data, lines),
                ScannedSection.of(data, words),
                BranchesSection.of(branches, lines),
                CoverageSection.of(data, lines),
                VerdictsSection.of(data, lines),
                RulesSection.manual(data, lines),
                RulesSection.all(data, lines),
                Calls.of(data.snapshot()),
                new Embedded(data, words));
    }
}
