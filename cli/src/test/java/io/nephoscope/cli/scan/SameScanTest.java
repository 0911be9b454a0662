package io.nephoscope.cli.scan;

import static io.nephoscope.cli.scan.ToyScans.TYPES;
import static io.nephoscope.cli.scan.ToyScans.demandForAll;
import static io.nephoscope.cli.scan.ToyScans.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nephoscope.cli.Resealed;
import io.nephoscope.cli.organisation.Account;
import io.nephoscope.collect.Demand;
import io.nephoscope.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan may go on with. */
class SameScanTest {
    private static final Account ONE = live("one", Map.of("account", "1", "world", "user/ann"));

    @TempDir
    private Path folder;

    private ToyScans scans;

    @BeforeEach
    void scan() throws InterruptedException {
        scans = new ToyScans(folder, new ArrayList<>());
        scans.scan(ONE).close();
    }

    private void cutOff() throws IOException {
        Path manifest = folder.resolve("snapshot/manifest.json");
        Resealed.change(manifest, text -> text.replaceAll("\"finishedAt\" : \"[^\"]*\"", "\"finishedAt\" : \"\""));
    }

    private void isRefused(Demand demand, Account account, String why) {
        assertThatExceptionOfType(ScanException.class)
                .isThrownBy(() -> scans.resume(demand, account))
                .withMessage(
                        "The scan in %s %s; go on with it by the options with which it was begun, or scan into another"
                                + " folder.",
                        folder.resolve("snapshot"), why);
    }

    @Test
    void theSameScanGoesOn() throws Exception {
        cutOff();
        try (Snapshot snapshot = scans.resume(demandForAll(), ONE)) {
            assertThat(snapshot.isComplete()).isTrue();
            assertThat(snapshot.manifest().resumedAt()).hasSize(1);
        }
    }

    @Test
    void credentialsThatLeadToAnotherAccountUnderTheSameNameAreRefused() throws Exception {
        cutOff();
        isRefused(
                demandForAll(),
                live("one", Map.of("account", "2", "world", "user/eve")),
                "reads one as account 1, and the credentials of now lead to 2");
    }

    @Test
    void otherTargetsAndOtherRulesAreRefusedWhetherItCameToItsEndOrNot() throws Exception {
        Demand less = new Demand(TYPES).list(TYPES.named("toy.user").orElseThrow());
        Account two = live("two", Map.of("account", "1", "world", "user/ann"));

        isRefused(demandForAll(), two, "is of other accounts or regions: one");
        isRefused(less, ONE, "was begun for other rules");
        cutOff();
        isRefused(demandForAll(), two, "is of other accounts or regions: one");
        isRefused(less, ONE, "was begun for other rules");
    }
}
