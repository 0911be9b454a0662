package io.nephoscope.cli.command;

import io.nephoscope.inventory.gateway.Limits;
import java.nio.file.Path;
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
        private Optional<Path> snapshot = Optional.empty();

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
        return WorkFolder.of(given.snapshot);
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
                usual.startRate());
    }

    private static int within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UsageException(option + " must lie between 1 and " + most + ".");
        }
        return value;
    }
}
