package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.Opening;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Cover;
import io.nephoscope.cli.report.html.Page.Failures;
import io.nephoscope.cli.report.html.Page.Total;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Manifest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of the page: of what, when, as whom, and how much of it was seen. */
final class CoverSection {
    private static final int MOST_TARGETS = 6;

    private CoverSection() {}

    static Cover of(ReportData data, List<Branch> branches, Lines lines) {
        Words words = lines.words();
        Manifest manifest = data.manifest();
        Opening opening = Opening.of(data, words);
        Counts verdicts = data.tally().verdicts();
        Listings listings = Listings.of(data.coverage().total());
        return new Cover(
                opening,
                lines.moment(manifest.startedAt()),
                manifest.isFinished() ? Optional.of(lines.moment(manifest.finishedAt())) : Optional.empty(),
                extent(data, branches, words),
                asWhom(manifest, words),
                style(opening, verdicts),
                words.of(
                        Word.SEEN,
                        listings.answered(),
                        listings.asked(),
                        verdicts.judged() - verdicts.of(Verdict.UNKNOWN),
                        verdicts.judged()),
                Math.max(
                        missing(listings.asked() - listings.answered(), listings.asked()),
                        missing(verdicts.of(Verdict.UNKNOWN), verdicts.judged())),
                Words.VERDICTS.stream()
                        .map(verdict -> new Total(
                                verdict,
                                verdicts.of(verdict),
                                Fragment.ALL.verdicts(List.of(verdict)).link()))
                        .toList(),
                Bar.of(verdicts, words),
                failures(data.tally()),
                words.name(data.toolVersion()),
                words.name(manifest.scanId()));
    }

    /** Of the listings that were asked for, those that were answered. */
    private record Listings(long answered, long asked) {
        static Listings of(Map<CoverageStatus, Long> counts) {
            long asked = 0;
            long open = 0;
            for (CoverageStatus status : CoverageStatus.values()) {
                long count = counts.getOrDefault(status, 0L);
                asked += status == CoverageStatus.SKIPPED ? 0 : count;
                open += status.isGap() || status == CoverageStatus.NO_API ? count : 0;
            }
            return new Listings(asked - open, asked);
        }
    }

    /** In percent; what is missing can be seen, and so can what is there. */
    private static int missing(long open, long all) {
        return open == 0 ? 0 : (int) Math.max(1, Math.min(open == all ? 100 : 99, open * 100 / all));
    }

    /** Amber while anything is open; what rests on people's word was not seen either. */
    private static String style(Opening opening, Counts verdicts) {
        if (!opening.complete() || verdicts.of(Verdict.UNKNOWN) > 0) {
            return "gaps";
        }
        return verdicts.attested() > 0 ? "stated" : "whole";
    }

    private static String extent(ReportData data, List<Branch> branches, Words words) {
        List<Branch> heads =
                branches.stream().filter(branch -> branch.depth() == 0).toList();
        long lost = heads.stream().mapToLong(Branch::lost).sum();
        String accounts = words.of(
                Word.ACCOUNTS, heads.stream().mapToLong(Branch::accounts).sum());
        return String.join(
                " · ",
                lost == 0 ? accounts : accounts + " (" + words.of(Word.ACCOUNTS_LOST, lost) + ")",
                Regions.of(data, data.accounts(), words),
                words.of(Word.ASSETS, data.snapshot().size()),
                words.of(Word.RULES, data.rules().size()));
    }

    /** The targets by their names: whose credentials they were entered with, no snapshot says. */
    private static String asWhom(Manifest manifest, Words words) {
        List<String> targets = manifest.targets().stream()
                .map(target -> words.name(target.label()) + " (" + words.name(target.provider()) + ")")
                .toList();
        return targets.isEmpty()
                ? words.of(Word.IDENTITIES_UNTOLD)
                : words.sentences(List.of(
                        words.of(Word.TARGETS_NAMED, words.list(targets, MOST_TARGETS)),
                        words.of(Word.IDENTITIES_UNTOLD)));
    }

    private static List<Failures> failures(Tally tally) {
        return Arrays.stream(Severity.values())
                .filter(severity -> tally.of(severity).of(Verdict.FAIL) > 0)
                .map(severity -> new Failures(
                        severity,
                        tally.of(severity).of(Verdict.FAIL),
                        Fragment.ALL
                                .verdicts(List.of(Verdict.FAIL))
                                .severity(severity)
                                .link()))
                .toList();
    }
}
