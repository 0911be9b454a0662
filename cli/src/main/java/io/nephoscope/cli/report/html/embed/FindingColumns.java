package io.nephoscope.cli.report.html.embed;

import gg.jte.TemplateOutput;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Finding;
import java.io.IOException;

/** What tables, filters and the search need of findings, a column for each of it. Those of one asset follow one another. */
final class FindingColumns {
    private static final int WAIVED = 8;
    private static final int ATTESTED = 16;

    private final Shared shared;
    private final Language language;
    private final Column rules = new Column("data-finding-rules");
    private final Column verdicts = new Column("data-finding-verdicts");
    private final Column messages = new Column("data-finding-messages");

    FindingColumns(Shared shared, Language language) throws IOException {
        this.shared = shared;
        this.language = language;
    }

    void add(Finding finding) throws IOException {
        rules.add(shared.rule(finding.rule()));
        verdicts.add(Words.VERDICTS.indexOf(finding.verdict())
                + (finding.waived().isPresent() ? WAIVED : 0)
                + (finding.attested().isEmpty() ? 0 : ATTESTED));
        messages.add(shared.texts.of(finding.message().in(language)));
    }

    void end(TemplateOutput page) throws IOException {
        rules.end(page);
        verdicts.end(page);
        messages.end(page);
    }
}
