package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.Opening;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tally.RankedGap;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A summary for the page of a build or for a pull request: the counts, the worst that fails and that nobody accepts, and what could not be
 * seen. It stays below the 65,536 characters that a comment may have, and with it below the 1 MiB of a build's page.
 */
public final class MarkdownReport implements Report {
    static final int LONGEST = 60_000;
    private static final int MOST_FAILURES = 50;
    private static final int MOST_GAPS = 20;

    private final Words words;

    public MarkdownReport(Words words) {
        this.words = words;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Opening opening = Opening.of(data, words);
        page.write("## " + Markdown.text(opening.title()) + "\n\n");
        page.write((opening.complete() ? "" : "⚠️ ") + "**" + Markdown.text(opening.headline()) + "** "
                + Markdown.text(opening.completeness()) + "\n\n");
        page.write(Markdown.text(opening.extent()) + "\n\n");
        for (String replayed : opening.replayed()) {
            page.write(Markdown.text(replayed) + "\n\n");
        }
        page.write(counts(data));
        page.write(failures(data, LONGEST / 2));
        page.write(gaps(data, LONGEST / 4));
        page.flush();
    }

    private String counts(ReportData data) {
        StringBuilder table = new StringBuilder("| |");
        Words.VERDICTS.forEach(verdict -> table.append(" ")
                .append(Words.shape(verdict))
                .append(" ")
                .append(words.of(verdict))
                .append(" |"));
        table.append("\n|---|").append("--:|".repeat(Words.VERDICTS.size())).append("\n");
        for (Severity severity : Severity.values()) {
            table.append("| ").append(words.of(severity)).append(" |");
            Words.VERDICTS.forEach(verdict -> table.append(" ")
                    .append(words.number(data.tally().of(severity).of(verdict)))
                    .append(" |"));
            table.append("\n");
        }
        table.append("| **").append(words.of(Word.ALL)).append("** |");
        Words.VERDICTS.forEach(verdict -> table.append(" **")
                .append(words.number(data.tally().verdicts().of(verdict)))
                .append("** |"));
        table.append("\n\n");
        long waived = data.tally().verdicts().waived();
        if (waived > 0) {
            table.append(said("Waived, and not listed below: {0}.", "已获豁免、未在下表列出：{0} 项。", waived))
                    .append("\n\n");
        }
        return table.toString();
    }

    private String said(String en, String zh, Object... arguments) {
        return Text.of(en, zh, arguments).in(words.language());
    }

    private String failures(ReportData data, int most) {
        long counting = data.tally().verdicts().counting(Verdict.FAIL);
        if (counting == 0) {
            return "";
        }
        Room room = Room.ofCounting(data.tally(), List.of(Verdict.FAIL), MOST_FAILURES);
        List<FindingRow> worst = new ArrayList<>();
        FindingRows.of(data).forEach(row -> {
            if (room.takes(row.finding())) {
                worst.add(row);
            }
        });
        // The sort is stable: what is equally bad stays in the order of assets.
        worst.sort(Comparator.comparing(row -> row.finding().severity()));
        return new MarkdownTable(words, most)
                .of(
                        said("Worst failures", "最严重的不合规项"),
                        List.of(
                                said("Severity", "严重程度"),
                                said("Rule", "规则"),
                                said("Asset", "资产"),
                                said("Account, region", "账号、区域"),
                                said("Owner", "负责人")),
                        worst.stream().map(this::failure).toList(),
                        counting);
    }

    private List<String> failure(FindingRow row) {
        FindingText text = new FindingText(words);
        return List.of(
                words.of(row.finding().severity()),
                Markdown.code(words.name(row.finding().rule())),
                Markdown.code(text.asset(row)),
                Markdown.code(words.name(row.finding().asset().scope().account() + " "
                        + row.finding().asset().scope().region())),
                row.asset().owner() instanceof String owner
                        ? Markdown.code(words.name(owner))
                        : row.asset().owner() == Absent.ABSENT ? "" : words.of(Word.NOT_READ));
    }

    private String gaps(ReportData data, int most) {
        List<RankedGap> gaps = data.tally().gaps();
        if (gaps.isEmpty()) {
            return "";
        }
        return new MarkdownTable(words, most)
                .of(
                        words.of(Word.UNSEEN),
                        List.of(
                                said("Call", "调用"),
                                said("Outcome", "结果"),
                                said("Permission", "权限"),
                                words.of(Verdict.UNKNOWN)),
                        gaps.stream().limit(MOST_GAPS).map(this::gap).toList(),
                        gaps.size());
    }

    private List<String> gap(RankedGap ranked) {
        String permission = ranked.gap().permission();
        return List.of(
                Markdown.code(words.name(ranked.gap().what())),
                words.of(ranked.gap().outcome()),
                permission.isEmpty() ? "" : Markdown.code(words.name(permission)),
                words.number(ranked.verdicts()));
    }
}
