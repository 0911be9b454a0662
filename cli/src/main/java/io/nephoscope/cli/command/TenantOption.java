package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Tenants;
import io.nephoscope.inventory.Types;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The part of a snapshot to tell of. */
final class TenantOption {
    @Option(
            names = "--tenant",
            paramLabel = "PATH",
            description =
                    "Tell of this node of the organisation and all below it, as /Harbour, and of nothing else. What is judged there"
                            + " by what belongs to others is UNKNOWN.")
    private Optional<String> tenant = Optional.empty();

    boolean isGiven() {
        return tenant.isPresent();
    }

    /** Opens the part that is asked for, or the whole. */
    Snapshot open(Path folder, Types types) {
        return tenant.isEmpty() ? Snapshot.open(folder, types) : Snapshot.open(folder, types, path(folder, types));
    }

    /** Rows of a file may have tenants of their own, which only the assets name. */
    private String path(Path folder, Types types) {
        String asked = tenant.orElse("");
        SortedSet<String> known = new TreeSet<>(Snapshot.tenants(folder));
        Optional<String> found = new Tenants(known).find(asked);
        if (found.isPresent()) {
            return found.get();
        }
        try (Snapshot whole = Snapshot.open(folder, types)) {
            known.addAll(whole.assetsByTenant().keySet());
        }
        Tenants tenants = new Tenants(known);
        return tenants.find(asked).orElseThrow(() -> new UsageException(tenants.missing(asked)));
    }
}
