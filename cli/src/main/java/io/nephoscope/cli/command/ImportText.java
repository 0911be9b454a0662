package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.Importer.State;
import io.nephoscope.inventory.doc.Text;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a file, for people: what was lost row by row, what was left unsaid by class, and the count.
 *
 * @param every whether the rows of which nothing was lost are named too
 */
record ImportText(Terminal terminal, boolean every) {
    private static final int LONGEST = 400;

    void print(Importer.Check check) {
        check.notes().forEach(this::line);
        check.rows().forEach(this::lost);
        SortedMap<String, SortedMap<String, Integer>> unsaid = new TreeMap<>();
        SortedMap<String, Integer> rows = new TreeMap<>();
        for (Importer.Row row : check.rows()) {
            if (row.state() != State.REFUSED) {
                rows.merge(row.kind(), 1, Integer::sum);
                row.unsaid()
                        .forEach(facet -> unsaid.computeIfAbsent(row.kind(), key -> new TreeMap<>())
                                .merge(facet, 1, Integer::sum));
            }
        }
        unsaid.forEach((kind, facets) -> facets.forEach((facet, count) -> line(Text.of(
                "{0}: {1} of {2} do not say {3}, so that rules on it are UNKNOWN there.",
                "{0}：{2} 行中有 {1} 行未给出 {3}，相关规则在这些资产上为“未知”。", kind, count, rows.getOrDefault(kind, 0), facet))));
        line(Text.of(
                "{0} rows: {1} accepted, {2} accepted with gaps, {3} refused.",
                "共 {0} 行：接受 {1} 行，接受但有缺口 {2} 行，拒绝 {3} 行。",
                check.rows().size(),
                check.count(State.ACCEPTED),
                check.count(State.GAPS),
                check.count(State.REFUSED)));
    }

    private void lost(Importer.Row row) {
        Text what = row.state() == State.REFUSED ? Text.of("refused", "拒绝") : Text.of("accepted with a gap", "接受但有缺口");
        for (Importer.Fault fault : row.lost()) {
            Text column = fault.column().isEmpty() ? Text.EMPTY : Text.of(", column {0}", "，{0} 列", fault.column());
            line(Text.of("{0}{1}: {2}: {3}.", "{0}{1}：{2}：{3}。", place(row), column, what, fault.reason()));
        }
        if (every && row.lost().isEmpty()) {
            line(
                    row.unsaid().isEmpty()
                            ? Text.of("{0}: accepted.", "{0}：接受。", place(row))
                            : Text.of(
                                    "{0}: accepted, without {1}.",
                                    "{0}：接受，未给出 {1}。", place(row), String.join(", ", row.unsaid())));
        }
    }

    private static Text place(Importer.Row row) {
        return row.nativeId().isEmpty()
                ? Text.of("line {0}", "第 {0} 行", row.line())
                : Text.of("line {0}, {1}", "第 {0} 行，{1}", row.line(), (row.kind() + " " + row.nativeId()).strip());
    }

    private void line(Text text) {
        Words words = new Words(terminal.language());
        terminal.out()
                .println(
                        Escaped.line(text.in(words.language()), LONGEST, more -> words.of(Word.MORE_CHARACTERS, more)));
    }
}
