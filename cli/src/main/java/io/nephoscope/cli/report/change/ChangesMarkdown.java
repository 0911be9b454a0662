package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.exchange.Markdown;
import io.nephoscope.cli.report.exchange.MarkdownTable;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A comparison for a pull request: what became of what was open, the worst first, below the length that a comment may have. */
public record ChangesMarkdown(Comparison comparison, Words words) {
    private static final int LONGEST = 50_000;

    public void write(OutputStream out) throws IOException {
        Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ChangeWords told = new ChangeWords(words);
        page.write("## " + Markdown.text(told.title(comparison)) + "\n\n" + Markdown.text(told.totals(comparison))
                + "\n\n");
        for (Change change : Change.values()) {
            List<Changed> open =
                    comparison.of(change).stream().filter(Changed::isOpen).toList();
            if (!open.isEmpty()) {
                page.write(new MarkdownTable(words, LONGEST / Change.values().length)
                        .of(
                                Markdown.text(words.name(change.text())),
                                columns(),
                                open.stream()
                                        .map(changed -> cells(changed, told))
                                        .toList(),
                                open.size()));
            }
        }
        page.flush();
    }

    private List<String> columns() {
        return List.of(
                words.of(Word.SEVERITY),
                words.of(Word.RULE),
                words.of(Word.ASSET),
                words.of(Word.VERDICT),
                Text.of("Why", "原因").in(words.language()));
    }

    private List<String> cells(Changed changed, ChangeWords told) {
        return List.of(
                words.of(changed.severity()),
                Markdown.code(words.name(changed.rule())),
                Markdown.code(words.value(changed.asset().uid())),
                Markdown.text(told.verdicts(changed)),
                Markdown.text(told.reasons(changed)));
    }
}
