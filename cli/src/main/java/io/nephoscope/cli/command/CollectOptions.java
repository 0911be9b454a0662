package io.nephoscope.cli.command;

import io.nephoscope.cli.scan.Scan;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Budget;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.output.FileMode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How the accounts are read. */
final class CollectOptions {
    private static final int MOST_AT_ONCE = 1_024;

    @ArgGroup(validate = false, order = 3, heading = "%nHow to read:%n")
    private Given given = new Given();

    private static final class Given {
        @Option(
                names = "--snapshot",
                paramLabel = "DIR",
                description = "Keep what is collected in this new folder, for 'evaluate' and 'report' later.")
        private Optional<OutputFolder> snapshot = Optional.empty();

        @Option(
                names = "--resume",
                paramLabel = "DIR",
                description = {
                    "Go on with the scan that was cut off in this folder, given the options with which it was begun:",
                    "what was read to its end is not read again."
                })
        private Optional<OutputFolder> resume = Optional.empty();

        @Option(
                names = "--max-calls",
                paramLabel = "N",
                description = "Send no more calls than this; what they do not reach is UNKNOWN.")
        private Optional<Integer> maxCalls = Optional.empty();

        @Option(
                names = "--max-minutes",
                paramLabel = "N",
                description = "Send no call after so many minutes; what they do not reach is UNKNOWN.")
        private Optional<Integer> maxMinutes = Optional.empty();

        @Option(
                names = "--concurrency",
                paramLabel = "N",
                defaultValue = "64",
                description = "How many assets may be read at once (default: 64).")
        private int concurrency = 64;

        @Option(
                names = "--call-timeout",
                paramLabel = "SECONDS",
                defaultValue = "30",
                description = "How long one call may take (default: 30).")
        private int callTimeout = 30;

        @Option(
                names = "--max-attempts",
                paramLabel = "N",
                description = "How often a call is tried (default: 3, and 8 where the cloud says to slow down).")
        private Optional<Integer> maxAttempts = Optional.empty();
    }

    /** The folder to collect into: the user's own, which stays, or a temporary one. */
    WorkFolder folder() {
        if (given.resume.isPresent() && given.snapshot.isPresent()) {
            throw new UsageException(Text.of(
                    "Give either --snapshot or --resume, not both; the latter names the same folder.",
                    "--snapshot 和 --resume 只能选其一；后者指的就是同一文件夹。"));
        }
        return WorkFolder.of(given.resume.or(() -> given.snapshot).map(OutputFolder::path));
    }

    /**
     * Collects into the folder, or goes on with what is there.
     *
     * @param mode of what is written
     */
    void collect(Scan scan, WorkFolder folder, FileMode mode, Terminal terminal) throws InterruptedException {
        try {
            if (given.resume.isPresent()) {
                scan.resume(folder.path(), mode);
            } else {
                scan.into(folder.path(), mode);
            }
        } catch (InterruptedException e) {
            if (folder.stays() && Files.exists(folder.path())) {
                terminal.say(Text.of(
                        "What was read is in {0}: go on with --resume {0}, or judge it as it is with"
                                + " 'nephoscope evaluate {0}'.",
                        "已读取的内容在 {0}：可用 --resume {0} 继续，或用 nephoscope evaluate {0} 按现状评估。", folder.path()));
            }
            throw e;
        }
    }

    int concurrency() {
        return within("--concurrency", given.concurrency, MOST_AT_ONCE);
    }

    Limits limits() {
        Limits usual = Limits.DEFAULT;
        int most = 100;
        Optional<Integer> attempts = given.maxAttempts.map(times -> within("--max-attempts", times, most));
        return new Limits(
                Duration.ofSeconds(within("--call-timeout", given.callTimeout, 3_600)),
                attempts.orElse(usual.tries()),
                attempts.orElse(usual.throttledTries()),
                usual.firstPause(),
                usual.longestPause(),
                usual.startRate(),
                budget());
    }

    private Budget budget() {
        Budget usual = Budget.UNLIMITED;
        int aMonth = 31 * 24 * 60;
        return new Budget(
                given.maxCalls
                        .map(calls -> (long) within("--max-calls", calls, Integer.MAX_VALUE))
                        .orElse(usual.calls()),
                given.maxMinutes
                        .map(minutes -> Duration.ofMinutes(within("--max-minutes", minutes, aMonth)))
                        .orElse(usual.time()));
    }

    private static int within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UsageException(Text.of("{0} must lie between 1 and {1}.", "{0} 须在 1 至 {1} 之间。", option, most));
        }
        return value;
    }
}
