package io.nephoscope.cli.matrix;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.scan.Scan;
import io.nephoscope.cli.scan.Watch;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.cli.wire.TagRules;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scans the accounts of a cloud in this process, and waits for nothing but answers. */
final class Bench implements AutoCloseable {
    static final Types TYPES = Types.ofProviders(Providers.all());
    /** The rules that come along. */
    static final RuleSet OURS = RuleSet.load(TYPES);
    /** With one a type that reads its tags: no rule of ours makes the calls that tell them. */
    static final RuleSet RULES = OURS.and(TagRules.of(TYPES));

    /** One for all scans, so that what they see differs by what the cloud says and by nothing else. */
    private static final Clock CLOCK = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);

    private static final Pace HURRIED = new Pace() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void pause(Duration time) {}
    };

    private final Cloud cloud;
    private final Limits limits;
    private final Map<String, Provider> providers = new HashMap<>();

    Bench(Cloud cloud, Limits limits) {
        this.cloud = cloud;
        this.limits = limits;
        Providers.all().forEach(provider -> providers.put(provider.name(), provider));
    }

    /** Tries that are counted in the ledger, without pauses between them. */
    static Limits limits(Duration deadline, int tries, int throttledTries) {
        return new Limits(deadline, tries, throttledTries, Duration.ZERO, Duration.ofSeconds(1), 500);
    }

    Cloud cloud() {
        return cloud;
    }

    Limits limits() {
        return limits;
    }

    /** Scans with every rule. */
    Seen scan() throws IOException, InterruptedException {
        return scan(RULES, cloud.accounts(Optional.empty()));
    }

    Seen scan(RuleSet rules, List<Account> accounts) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("matrix");
        try {
            Scan.Request request = new Scan.Request(
                    new Organisation("Two accounts", accounts),
                    Set.of(),
                    rules.demand(TYPES),
                    TYPES,
                    providers,
                    limits,
                    16,
                    "test");
            new Scan(request, new Watch() {}, CLOCK, HURRIED).into(folder.resolve("snapshot"), FileMode.PRIVATE);
            try (Snapshot snapshot = Snapshot.open(folder.resolve("snapshot"), TYPES)) {
                return Seen.of(snapshot, rules);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        providers.values().forEach(Provider::close);
        cloud.close();
    }
}
