package io.nephoscope.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Fault;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults that heal: every question of a scan fails twice, and is answered then. */
class HealingIT {
    private static final int TWICE = 2;

    private static Predicate<Question> twice() {
        Map<String, Integer> failed = new ConcurrentHashMap<>();
        return question -> failed.merge(question.key(), 1, Integer::sum) <= TWICE;
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "SERVER_ERROR", "RESET", "TRUNCATED"})
    void whatFailsTwiceAndIsAnsweredThenIsSeenAsInHealthAndIsCounted(Fault fault) throws Exception {
        Seen healthy = Replay.learnt().healthy();
        try (Bench bench = Replay.learnt().bench(Bench.limits(Duration.ofSeconds(20), TWICE + 1, TWICE + 1))) {
            bench.cloud().fail(twice(), fault);
            Seen now = bench.scan();

            assertThat(now.isComplete()).isTrue();
            assertThat(now.findings()).isEqualTo(healthy.findings());
            assertThat(now.assets()).isEqualTo(healthy.assets());
            assertThat(count(now)).isEqualTo(count(healthy));
            Map<String, Long> expected = new TreeMap<>(bench.cloud().asked().stream()
                    .collect(Collectors.toMap(Question::key, question -> question, (one, same) -> one))
                    .values()
                    .stream()
                    .collect(Collectors.groupingBy(Question::call, Collectors.summingLong(question -> TWICE))));
            assertThat(retries(now)).isEqualTo(expected);
        }
    }

    private static Map<String, Long> count(Seen seen) {
        return seen.ledger().stream()
                .collect(Collectors.groupingBy(
                        row -> row.account() + row.region() + call(row) + row.outcome(),
                        TreeMap::new,
                        Collectors.summingLong(LedgerRow::count)));
    }

    private static Map<String, Long> retries(Seen seen) {
        return seen.ledger().stream()
                .collect(Collectors.groupingBy(
                        HealingIT::call, TreeMap::new, Collectors.summingLong(LedgerRow::retries)));
    }

    private static String call(LedgerRow row) {
        return row.service() + ":" + row.operation();
    }
}
