package io.nephoscope.cli.scan;

import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Whether what is asked for is what a scan that was cut off was asked for: two halves of different scans are no scan. */
final class SameScan {
    private SameScan() {}

    /** @throws ScanException where it is not, with what differs */
    static void check(Path folder, Manifest earlier, Manifest now) {
        if (!earlier.toolVersion().equals(now.toolVersion())) {
            throw differs(
                    folder,
                    Text.of(
                            "was begun by version {0}, and this is {1}",
                            "由版本 {0} 开始，而当前版本为 {1}", earlier.toolVersion(), now.toolVersion()));
        } else if (!asked(earlier).equals(asked(now))) {
            throw differs(folder, Text.of("is of other accounts or regions: {0}", "针对其他账号或区域：{0}", names(earlier)));
        }
        for (ManifestTarget before : earlier.targets()) {
            now.targets().stream()
                    .filter(it -> asked(it).equals(asked(before)))
                    .filter(it -> !it.accounts().isEmpty() && !before.accounts().isEmpty())
                    .filter(it -> !it.accounts().equals(before.accounts()))
                    .findFirst()
                    .ifPresent(it -> {
                        throw differs(
                                folder,
                                Text.of(
                                        "reads {0} as account {1}, and the credentials of now lead to {2}",
                                        "将 {0} 读作账号 {1}，而当前凭证指向 {2}",
                                        before.label(),
                                        String.join(", ", before.accounts()),
                                        String.join(", ", it.accounts())));
                    });
        }
        check(folder, earlier, now.demand());
    }

    /**
     * The same for a scan that came to its end, for which nobody need be reached.
     *
     * @param labels of the targets that may be asked for
     * @throws ScanException where it is not
     */
    static void check(Path folder, Manifest earlier, Set<String> labels, SortedMap<String, List<String>> demand) {
        if (!earlier.targets().stream()
                .allMatch(target -> labels.stream().anyMatch(label -> Target.isOf(target.label(), label)))) {
            throw differs(folder, Text.of("is of other accounts or regions: {0}", "针对其他账号或区域：{0}", names(earlier)));
        }
        check(folder, earlier, demand);
    }

    private static void check(Path folder, Manifest earlier, SortedMap<String, List<String>> demand) {
        if (!earlier.demand().equals(demand)) {
            throw differs(folder, Text.of("was begun for other rules", "针对其他规则"));
        }
    }

    private static ScanException differs(Path folder, Text how) {
        return new ScanException(Text.of(
                "The scan in {0} {1};"
                        + " go on with it by the options with which it was begun, or scan into another folder.",
                "{0} 中的扫描{1}；请用开始时的选项继续，或扫描到另一个文件夹。", folder, how));
    }

    private static Set<List<Object>> asked(Manifest manifest) {
        return manifest.targets().stream().map(SameScan::asked).collect(Collectors.toSet());
    }

    private static List<Object> asked(ManifestTarget target) {
        return List.of(target.provider(), target.branch(), target.label(), target.regions());
    }

    private static String names(Manifest manifest) {
        return manifest.targets().stream()
                .map(ManifestTarget::label)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
