package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorstAssetsTest {
    private final WorstAssets worst = new WorstAssets();

    private void add(String asset, Severity severity, Verdict verdict, Optional<Waived> waived) {
        worst.add(new Finding(
                "f",
                "rule",
                "hash",
                ToyScan.subject("toy.bucket", Scans.NORTH, asset),
                verdict,
                severity,
                List.of(),
                List.of(),
                Text.EMPTY,
                List.of(),
                waived));
    }

    private void fail(String asset, Severity severity) {
        add(asset, severity, Verdict.FAIL, Optional.empty());
    }

    private List<String> names() {
        return worst.list().stream().map(failing -> failing.asset().name()).toList();
    }

    @Test
    void oneWorseFailureOutweighsManyLesserOnes() {
        fail("a", Severity.HIGH);
        fail("a", Severity.HIGH);
        fail("b", Severity.CRITICAL);
        fail("c", Severity.HIGH);
        fail("d", Severity.HIGH);
        fail("d", Severity.LOW);
        assertThat(names()).containsExactly("b", "a", "d", "c");
    }

    @Test
    void theWorstOfManyAreKeptWhereverTheyStand() {
        for (int i = 100; i < 150; i++) {
            fail("asset-" + i, i % 10 == 9 ? Severity.CRITICAL : Severity.LOW);
        }
        assertThat(names()).hasSize(10).startsWith("asset-109", "asset-119", "asset-129", "asset-139", "asset-149");
    }

    @Test
    void whatSomebodyAcceptsAndWhatDoesNotFailDoNotCount() {
        add("a", Severity.CRITICAL, Verdict.FAIL, Optional.of(new Waived("It airs.", "Anna", "2027-01-01")));
        add("b", Severity.CRITICAL, Verdict.UNKNOWN, Optional.empty());
        add("c", Severity.CRITICAL, Verdict.PASS, Optional.empty());
        fail("d", Severity.LOW);
        assertThat(names()).containsExactly("d");
    }
}
