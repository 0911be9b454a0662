package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Baseline;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Shrinkage;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.JudgedScan;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** A former scan, and how much less than it may be seen. */
final class BaselineOptions {
    @Option(
            names = "--baseline",
            paramLabel = "SCAN",
            description = {
                "Hold the scan against this former one, a snapshot's folder or a JSON report: end with 3 where an account, region or"
                        + " type that was read then is not read now, or where far fewer assets of a type are in an account."
            })
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--max-drop",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description =
                    "How many percent fewer assets of a type an account may have than in the baseline (default: 20)."
                            + " A loss of one or two counts only where none is left.")
    private int maxDrop = 20;

    @Option(names = "--allow-shrink", description = "End with 0, not with 3, where less was seen than in the baseline.")
    private boolean allowed;

    /**
     * The baseline, where there is one: read before anything else takes time.
     *
     * @param branch the part to hold; empty for the whole
     */
    Optional<Baseline> read(Types types, Collection<String> providers, String branch) {
        if (maxDrop < 0 || maxDrop > 100) {
            throw new UsageException(Text.of("--max-drop must lie between 0 and 100.", "--max-drop 须在 0 至 100 之间。"));
        }
        Optional<Baseline> baseline = file.map(path -> new ScanFile(path).read(types, branch));
        baseline.filter(it -> it.providers().isEmpty() && !branch.isEmpty()).ifPresent(it -> {
            throw new UsageException(Text.of(
                    "The baseline in {0} holds nothing of /{1}; name a snapshot of the same accounts.",
                    "{0} 中的基线不含 /{1} 的内容；请指定相同账号的快照。", file.map(Path::toString).orElse(""), branch));
        });
        baseline.filter(it -> Collections.disjoint(it.providers(), providers)).ifPresent(it -> {
            throw new UsageException(Text.of(
                    "The baseline in {0} is of {1}, and this scan is of {2}; name a snapshot of the same accounts.",
                    "{0} 中的基线属于 {1}，而本次扫描属于 {2}；请指定相同账号的快照。",
                    file.map(Path::toString).orElse(""),
                    String.join(", ", it.providers()),
                    String.join(", ", new TreeSet<>(providers))));
        });
        return baseline;
    }

    /**
     * What was found then.
     *
     * @param by the option that asks
     */
    JudgedScan judged(String by, Types types, String branch) {
        return file.map(path -> new ScanFile(path).judged(types, branch))
                .orElseThrow(() -> new UsageException(Text.of(
                        "{0} needs --baseline: the former scan against which findings are new.",
                        "{0} 需要 --baseline：指定用来比较的上一次扫描。", by)));
    }

    ReportData compare(ReportData data, Optional<Baseline> baseline) {
        return baseline.map(it -> data.since(it, maxDrop)).orElse(data);
    }

    /** What ended the command before wins over what is missing. */
    Ending ending(Ending before, ReportData data, Words words) {
        Optional<Shrinkage> shrunk = data.shrinkage().filter(Shrinkage::isShrunk);
        return before.code() != ExitCode.OK || allowed || shrunk.isEmpty()
                ? before
                : new Ending(
                        ExitCode.INCOMPLETE,
                        words.of(
                                Word.EXIT_SHRUNK,
                                words.sentences(shrunk.get().inSentences(words)),
                                "--max-drop " + maxDrop,
                                "--allow-shrink"));
    }
}
