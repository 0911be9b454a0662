package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** A rule as people read it. */
record RuleText(Words words) {
    private static final String INDENT = "  ";

    void print(Rule rule, PrintStream out) {
        RuleInfo info = rule.info();
        out.println(Escaped.line(info.id()) + " (" + words.of(info.severity()) + ", " + Escaped.line(info.appliesTo())
                + ")");
        out.println(words.in(info.title()));
        section(out, Word.WHY, words.in(info.why()));
        section(out, Word.CONDITION, info.pass().strip());
        Map<String, Remediation> remedies = new TreeMap<>(info.remediation());
        remedies.forEach((provider, remedy) -> {
            String how = words.of(Word.MEND) + " (" + provider + ")";
            section(out, how + ": " + words.of(Word.CONSOLE), words.in(remedy.console()));
            section(out, how + ": " + words.of(Word.COMMAND_LINE), remedy.cli().strip());
            section(
                    out,
                    how + ": " + words.of(Word.TERRAFORM),
                    remedy.terraform().strip());
        });
        StringBuilder references = new StringBuilder();
        info.references()
                .forEach(reference -> references
                        .append(reference.name())
                        .append(reference.url().isEmpty() ? "" : " " + reference.url())
                        .append('\n'));
        section(out, Word.REFERENCES, references.toString().strip());
    }

    private void section(PrintStream out, Word heading, String text) {
        section(out, words.of(heading), text);
    }

    private static void section(PrintStream out, String heading, String text) {
        if (!text.isEmpty()) {
            out.println();
            out.println(heading);
            Escaped.lines(text).lines().forEach(line -> out.println((INDENT + line).stripTrailing()));
        }
    }
}
