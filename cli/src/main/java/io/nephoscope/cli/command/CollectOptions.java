package io.nephoscope.cli.command;

import io.nephoscope.inventory.gateway.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the accounts are read. */
final class CollectOptions {
    private static final int MOST_AT_ONCE = 1_024;

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

    @Option(names = "--allow-incomplete", description = "End with 0, not with 3, where something could not be read.")
    private boolean allowIncomplete;

    /** The folder to collect into: the user's own, which stays, or a temporary one. */
    WorkFolder folder() {
        return WorkFolder.of(snapshot);
    }

    int concurrency() {
        return within("--concurrency", concurrency, MOST_AT_ONCE);
    }

    Limits limits() {
        Limits usual = Limits.DEFAULT;
        int most = 100;
        Optional<Integer> attempts = maxAttempts.map(given -> within("--max-attempts", given, most));
        return new Limits(
                Duration.ofSeconds(within("--call-timeout", callTimeout, 3_600)),
                attempts.orElse(usual.tries()),
                attempts.orElse(usual.throttledTries()),
                usual.firstPause(),
                usual.longestPause(),
                usual.startRate());
    }

    boolean allowIncomplete() {
        return allowIncomplete;
    }

    private static int within(String option, int given, int most) {
        if (given < 1 || given > most) {
            throw new UsageException(option + " must lie between 1 and " + most + ".");
        }
        return given;
    }
}
