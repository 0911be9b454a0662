package io.nephoscope.cli.report;

import io.nephoscope.cli.plan.Calls;
import java.io.PrintWriter;

/** The calls planned and made, as one line at the end of the summary. */
public record TerminalCalls(Words words, Style style, int columns) {
    public void write(ReportData data, PrintWriter out) {
        Calls calls = Calls.of(data.snapshot());
        String line = words.of(Word.CALLS_SUMMARY, calls.expected(), calls.made(), calls.retries());
        out.println();
        Columns.wrap(line, columns).forEach(part -> out.println(style.quiet(part)));
        out.flush();
    }
}
