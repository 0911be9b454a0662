package io.nephoscope.cli.scan;

import io.nephoscope.inventory.snapshot.Manifest;
import io.nephoscope.inventory.snapshot.Manifest.ManifestTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what is asked for is what a scan that was cut off was asked for: two halves of different scans are no scan. */
final class SameScan {
    private SameScan() {}

    /** @throws ScanException where it is not, with what differs */
    static void check(Path folder, Manifest earlier, Manifest now) {
        if (!earlier.toolVersion().equals(now.toolVersion())) {
            throw differs(
                    folder, "was begun by version " + earlier.toolVersion() + ", and this is " + now.toolVersion());
        } else if (!asked(earlier).equals(asked(now))) {
            throw differs(folder, "is of other accounts or regions: " + names(earlier));
        } else if (!earlier.demand().equals(now.demand())) {
            throw differs(folder, "was begun for other rules");
        }
    }

    private static ScanException differs(Path folder, String how) {
        return new ScanException("The scan in " + folder + " " + how
                + "; go on with it by the options with which it was begun, or scan into another folder.");
    }

    private static Set<List<Object>> asked(Manifest manifest) {
        return manifest.targets().stream()
                .map(it -> List.<Object>of(it.provider(), it.tenant(), it.label(), it.regions()))
                .collect(Collectors.toSet());
    }

    private static String names(Manifest manifest) {
        return manifest.targets().stream()
                .map(ManifestTarget::label)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
