package io.nephoscope.inventory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void callsOfOneSortThatEndedInOneWayAreOneRow() {
        Ledger ledger = new Ledger();
        ledger.record(row("GetBucketPolicy", Status.VALUE, 0, ""));
        ledger.record(row("GetBucketPolicy", Status.VALUE, 2, ""));
        ledger.record(row("GetBucketPolicy", Status.DENIED, 0, "no"));
        ledger.record(row("GetBucketAcl", Status.VALUE, 0, ""));

        assertThat(ledger.drain())
                .extracting(row -> row.operation() + " " + row.outcome() + " " + row.count() + " " + row.retries())
                .containsExactly("GetBucketAcl VALUE 1 0", "GetBucketPolicy VALUE 2 2", "GetBucketPolicy DENIED 1 0");
        assertThat(ledger.calls()).isEqualTo(6);
    }

    @Test
    void rowsAreDrainedOnceAndTheTotalsGoOn() {
        Ledger ledger = new Ledger();
        ledger.record(row("GetBucketPolicy", Status.VALUE, 0, ""));

        assertThat(ledger.drain()).hasSize(1);
        assertThat(ledger.drain()).isEmpty();
        ledger.record(row("GetBucketPolicy", Status.VALUE, 0, ""));
        assertThat(ledger.calls()).isEqualTo(2);
    }

    @Test
    void theMessageThatStaysDoesNotDependOnTheOrderOfCalls() {
        List<LedgerRow> rows = new ArrayList<>(List.of(
                row("GetBucketPolicy", Status.DENIED, 0, "b is denied"),
                row("GetBucketPolicy", Status.DENIED, 0, ""),
                row("GetBucketPolicy", Status.DENIED, 0, "a is denied"),
                row("GetBucketPolicy", Status.DENIED, 0, "c is denied")));
        for (int seed = 0; seed < 24; seed++) {
            Collections.shuffle(rows, new Random(seed));

            assertThat(Ledger.sum(rows))
                    .singleElement()
                    .satisfies(row -> assertThat(row.message().en()).isEqualTo("a is denied"))
                    .satisfies(row -> assertThat(row.count()).isEqualTo(4));
        }
    }

    @Test
    void nothingIsLostWhereManyThreadsRecordWhileOthersDrain() {
        Ledger ledger = new Ledger();
        List<LedgerRow> drained = Collections.synchronizedList(new ArrayList<>());

        IntStream.range(0, 10_000).parallel().forEach(i -> {
            ledger.record(row("Get" + i % 5, Status.VALUE, 1, ""));
            if (i % 100 == 0) {
                drained.addAll(ledger.drain());
            }
        });
        drained.addAll(ledger.drain());

        assertThat(Ledger.sum(drained)).hasSize(5).allMatch(row -> row.count() == 2_000 && row.retries() == 2_000);
        assertThat(ledger.calls()).isEqualTo(20_000);
    }

    private static LedgerRow row(String operation, Status outcome, long retries, String message) {
        return new LedgerRow(
                "aws", "1", "global", "s3", operation, "s3:" + operation, outcome, 1, retries, Text.quoted(message));
    }
}
