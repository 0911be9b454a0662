package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarTest {
    private static final Words EN = new Words(Language.EN);

    private static Finding finding(Verdict verdict) {
        Finding.Subject asset = ToyScan.subject("toy.bucket", new Scope("", "1", "north"), "a");
        return new Finding("", "a-rule", "", asset, verdict, Severity.LOW, List.of(), List.of(), Text.EMPTY);
    }

    @Test
    void thePartsFillTheBar(@TempDir Path folder) {
        Tally tally = RichScan.in(folder).tally();
        tally.byRule().values().stream()
                .map(counts -> Bar.of(counts, EN).parts())
                .filter(parts -> !parts.isEmpty())
                .forEach(parts -> assertThat(
                                parts.stream().mapToInt(Bar.Part::percent).sum())
                        .isEqualTo(100));
    }

    @Test
    void oneFailureAmongThousandsCanBeSeen() {
        Tally tally = Tally.of(each -> {
            Collections.nCopies(9_999, finding(Verdict.PASS)).forEach(each);
            each.accept(finding(Verdict.FAIL));
        });
        Bar bar = Bar.of(tally.verdicts(), EN);
        assertThat(bar.parts()).containsExactly(new Bar.Part(Verdict.FAIL, 1), new Bar.Part(Verdict.PASS, 99));
        assertThat(bar.spoken()).isEqualTo("FAIL 1, UNKNOWN 0, PASS 9,999, MANUAL 0");
    }

    @Test
    void whatDoesNotApplyIsNoPartOfTheWhole() {
        Tally tally = Tally.of(each -> each.accept(finding(Verdict.NOT_APPLICABLE)));
        assertThat(Bar.of(tally.verdicts(), EN).parts()).isEmpty();
    }
}
