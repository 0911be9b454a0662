package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatTest {
    private static Counts counts(int fail, int unknown, int pass) {
        return Tally.of(each -> {
                    Collections.nCopies(fail, finding(Verdict.FAIL)).forEach(each);
                    Collections.nCopies(unknown, finding(Verdict.UNKNOWN)).forEach(each);
                    Collections.nCopies(pass, finding(Verdict.PASS)).forEach(each);
                    each.accept(finding(Verdict.MANUAL));
                    each.accept(finding(Verdict.NOT_APPLICABLE));
                })
                .verdicts();
    }

    private static Finding finding(Verdict verdict) {
        Finding.Subject asset = ToyScan.subject("toy.bucket", new Scope("", "1", "north"), "a");
        return new Finding("", "a-rule", "", asset, verdict, Severity.LOW, List.of(), List.of(), Text.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5, fails0 open0",
        "1, 0, 999, fails1 open0",
        "1, 0, 99, fails1 open0",
        "2, 1, 97, fails2 open1",
        "5, 5, 90, fails3 open1",
        "10, 6, 84, fails4 open2",
        "20, 25, 55, fails5 open2",
        "35, 26, 39, fails6 open3",
        "50, 50, 0, fails7 open3",
        "75, 25, 0, fails8 open2",
        "76, 0, 24, fails9 open0",
        "1, 0, 0, fails9 open0",
        "0, 75, 25, fails0 open4",
        "0, 1, 0, fails0 open5"
    })
    void theColourIsTheShareOfFailuresAndTheHatchingThatOfTheUnknown(int fail, int unknown, int pass, String style) {
        assertThat(Heat.of(counts(fail, unknown, pass))).isEqualTo(style);
    }

    @Test
    void theLegendNamesEveryColourAndEveryHatching() {
        assertThat(Heat.colours())
                .hasSize(10)
                .startsWith(new Heat.Step("fails0", "0"), new Heat.Step("fails1", "≤ 1%"))
                .endsWith(new Heat.Step("fails9", "≤ 100%"));
        assertThat(Heat.hatchings())
                .extracting(Heat.Step::style)
                .containsExactly("open1", "open2", "open3", "open4", "open5");
    }
}
