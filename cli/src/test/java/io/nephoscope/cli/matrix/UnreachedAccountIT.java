package io.nephoscope.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.cli.scan.ScanException;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.Moto;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Verdict;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account that does not even say which it is: nothing is known of it, and everything of the others. */
class UnreachedAccountIT {
    private static final Limits LIMITS = Bench.limits(Duration.ofSeconds(2), 2, 3);

    @ParameterizedTest
    @EnumSource
    void everyRuleIsUnknownForAnAccountThatIsNotReachedAndAsEverForTheOther(Fault fault) throws Exception {
        Seen healthy = Replay.learnt().healthy();
        try (Bench bench = Replay.learnt().bench(LIMITS)) {
            bench.cloud()
                    .fail(
                            question -> question.call().equals(AwsCloud.IDENTITY)
                                    && !question.caller().equals("test"),
                            fault);
            Seen now = bench.scan();

            assertThat(now.isComplete()).isFalse();
            assertThat(now.findings().values().stream().filter(UnreachedAccountIT::isOfFirst))
                    .containsExactlyElementsOf(healthy.findings().values().stream()
                            .filter(UnreachedAccountIT::isOfFirst)
                            .toList());
            Set<String> unknown = now.unlisted().stream()
                    .filter(finding -> finding.asset().scope().account().equals("Second"))
                    .peek(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN))
                    .peek(finding -> assertThat(finding.message().en()).contains(AwsCloud.IDENTITY))
                    .peek(finding -> assertThat(finding.missing())
                            .singleElement()
                            .satisfies(
                                    cause -> assertThat(cause.message().en()).contains("AWS did not say who we are")))
                    .map(Finding::rule)
                    .collect(Collectors.toSet());
            assertThat(unknown).hasSameSizeAs(AwsCloud.plan().rules());
        }
    }

    private static boolean isOfFirst(Finding finding) {
        return finding.asset().scope().account().equals(Moto.FIRST_ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource
    void whereNoAccountIsReachedThereIsNothingToReport(Fault fault) throws Exception {
        try (Bench bench = Replay.learnt().bench(LIMITS)) {
            bench.cloud().fail(question -> question.call().equals(AwsCloud.IDENTITY), fault);

            assertThatThrownBy(bench::scan)
                    .isInstanceOf(ScanException.class)
                    .hasMessageStartingWith("First: AWS did not say who we are (")
                    .hasMessageContaining("\nSecond: AWS did not say who we are (");
        }
    }
}
