package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageStatusTest {
    @Test
    void aGapIsWorseThanWhateverWasReadAndNoTwoStatusesAreTheSame() {
        List<CoverageStatus> worstFirst = Arrays.stream(CoverageStatus.values())
                .sorted(CoverageStatus.WORST_FIRST)
                .toList();
        assertThat(worstFirst.subList(0, 6)).allMatch(CoverageStatus::isGap);
        assertThat(worstFirst.subList(6, worstFirst.size())).noneMatch(CoverageStatus::isGap);
        for (int i = 1; i < worstFirst.size(); i++) {
            assertThat(CoverageStatus.WORST_FIRST.compare(worstFirst.get(i - 1), worstFirst.get(i)))
                    .isNegative();
        }
    }
}
