package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Baseline;
import io.nephoscope.cli.report.change.JsonScan;
import io.nephoscope.cli.report.change.JudgedScan;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scan on disk: the folder of a snapshot, or the JSON report of one. */
record ScanFile(Path path) {
    private boolean isReport() {
        return Files.isRegularFile(path);
    }

    /**
     * What was read, and what was not.
     *
     * @param branch the part of the organisation to read; empty for the whole
     */
    Baseline read(Types types, String branch) {
        return isReport() ? report(branch).scan() : Baseline.read(path, types, branch);
    }

    /** The same, and what rules found; whoever asks needs none of those rules. */
    JudgedScan judged(Types types, String branch) {
        if (isReport()) {
            return report(branch);
        }
        try (Snapshot snapshot = Snapshot.open(path, types, branch)) {
            return Judgement.found(path, snapshot);
        }
    }

    private JudgedScan report(String branch) {
        try {
            return JsonScan.read(path, branch);
        } catch (IOException e) {
            throw new UsageException(Text.of("{0} cannot be read ({1}).", "{0} 无法读取（{1}）。", path, Said.by(e)), e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    Text.of(
                            "{0} is no JSON report of this version ({1}); name one, or the folder of a snapshot.",
                            "{0} 不是本版本的 JSON 报告（{1}）；请指定 JSON 报告或快照文件夹。", path, Said.by(e)),
                    e);
        }
    }
}
