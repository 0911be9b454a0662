package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Branches;
import io.nephoscope.inventory.Types;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The part of a snapshot to tell of. */
final class BranchOption {
    @Option(
            names = "--branch",
            paramLabel = "PATH",
            description =
                    "Tell of this branch of the organisation and all below it, as /Harbour, and of nothing else. What is judged there"
                            + " by what belongs to others is UNKNOWN.")
    private Optional<String> branch = Optional.empty();

    @Option(names = "--tenant", hidden = true, description = "What --branch was called before.")
    private Optional<String> tenant = Optional.empty();

    private Optional<String> branch() {
        return branch.or(() -> tenant);
    }

    boolean isGiven() {
        return branch().isPresent();
    }

    /** Opens the part that is asked for, or the whole. */
    Snapshot open(Path folder, Types types) {
        return branch().isEmpty() ? Snapshot.open(folder, types) : Snapshot.open(folder, types, path(folder, types));
    }

    /** Rows of a file may have branches of their own, which only the assets name. */
    private String path(Path folder, Types types) {
        String asked = branch().orElse("");
        SortedSet<String> known = new TreeSet<>(Snapshot.branches(folder));
        Optional<String> found = new Branches(known).find(asked);
        if (found.isPresent()) {
            return found.get();
        }
        try (Snapshot whole = Snapshot.open(folder, types)) {
            known.addAll(whole.assetsByBranch().keySet());
        }
        Branches branches = new Branches(known);
        return branches.find(asked).orElseThrow(() -> new UsageException(branches.missing(asked)));
    }
}
