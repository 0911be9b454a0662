package io.nephoscope.inventory.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not sent: past the budget, and to what never answers. */
class GivingUpTest {
    private static final Operation LIST = Operation.of("sqs", "ListQueues", "sqs:ListQueues");
    private static final Operation READ = Operation.of("sqs", "GetQueueAttributes", "sqs:GetQueueAttributes");

    private final FakePace pace = new FakePace();
    /** The operations that were sent. */
    private final List<String> sent = new ArrayList<>();

    private static Limits limits(Budget budget) {
        return new Limits(Duration.ofSeconds(30), 2, 4, Duration.ofSeconds(1), Duration.ofSeconds(20), 50, budget);
    }

    private Cause call(Gateway gateway, Operation operation, String region, Sort... failures) {
        List<Sort> left = new ArrayList<>(List.of(failures));
        Outcome<String> outcome = gateway.call(
                "aws",
                new Scope("", "1", region),
                operation,
                error -> new Failure(Sort.valueOf(String.valueOf(error.getMessage())), "", Text.quoted("no")),
                () -> {
                    sent.add(operation.name());
                    if (!left.isEmpty()) {
                        throw new IllegalStateException(left.remove(0).name());
                    }
                    return "answer";
                });
        return outcome.cause(operation.call(), operation.permission());
    }

    @Test
    void pastTheBudgetOfCallsNothingIsSentAndTheCauseSaysSo() {
        try (Gateway gateway = new Gateway(limits(new Budget(2, Duration.ofDays(1))), pace)) {
            assertThat(call(gateway, LIST, "north").outcome()).isEqualTo(Status.VALUE);
            assertThat(call(gateway, READ, "north").outcome()).isEqualTo(Status.VALUE);

            assertThat(call(gateway, READ, "south"))
                    .isEqualTo(new Cause(
                            "sqs:GetQueueAttributes",
                            Status.OVER_BUDGET,
                            "sqs:GetQueueAttributes",
                            new Text("not sent, since the scan's budget of 2 calls is spent", "未发送：本次扫描 2 次调用的预算已用尽")));
            assertThat(sent).containsExactly("ListQueues", "GetQueueAttributes");
            assertThat(gateway.ledger().calls()).isEqualTo(2);
            assertThat(gateway.ledger().drain()).extracting(LedgerRow::outcome).containsOnly(Status.VALUE);
        }
    }

    @Test
    void everyTryIsPaidForAndACallWhoseNextTryIsNotEndsAsItsLastOneDid() {
        try (Gateway gateway = new Gateway(limits(new Budget(2, Duration.ofDays(1))), pace)) {
            Cause cause = call(gateway, LIST, "north", Sort.THROTTLED, Sort.THROTTLED, Sort.THROTTLED);

            assertThat(cause.outcome()).isEqualTo(Status.THROTTLED);
            assertThat(sent).hasSize(2);
            assertThat(gateway.ledger().drain()).singleElement().satisfies(row -> {
                assertThat(row.outcome()).isEqualTo(Status.THROTTLED);
                assertThat(row.count() + row.retries()).isEqualTo(2);
            });
        }
    }

    @Test
    void pastTheBudgetOfTimeNothingIsSent() {
        try (Gateway gateway = new Gateway(limits(new Budget(1_000, Duration.ofMinutes(1))), pace)) {
            call(gateway, LIST, "north");
            pace.pause(Duration.ofMinutes(1));

            assertThat(call(gateway, READ, "north"))
                    .extracting(Cause::outcome, cause -> cause.message().en())
                    .containsExactly(Status.OVER_BUDGET, "not sent, since the scan's budget of 1 minute is spent");
            assertThat(sent).containsExactly("ListQueues");
        }
    }

    @Test
    void aBudgetIsMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(0, Duration.ofDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(1, Duration.ZERO));
    }

    private Gateway afterTenCallsWithoutAnAnswer() {
        Gateway gateway = new Gateway(limits(Budget.UNLIMITED), pace);
        for (int i = 0; i < 10; i++) {
            assertThat(call(gateway, READ, "north", Sort.UNANSWERED, Sort.UNANSWERED)
                            .message()
                            .en())
                    .isEqualTo("no");
        }
        assertThat(sent).hasSize(20);
        gateway.ledger().drain();
        sent.clear();
        return gateway;
    }

    @Test
    void whatNeverAnswersIsNotAskedForEver() {
        try (Gateway gateway = afterTenCallsWithoutAnAnswer()) {
            assertThat(call(gateway, READ, "north"))
                    .isEqualTo(new Cause(
                            "sqs:GetQueueAttributes",
                            Status.FAILED,
                            "sqs:GetQueueAttributes",
                            new Text(
                                    "not sent, since the last 10 of these calls had no answer",
                                    "未发送：此前连续 10 次该调用均无应答")));
            assertThat(sent).isEmpty();
            assertThat(gateway.ledger().drain()).isEmpty();
        }
    }

    @Test
    void otherOperationsAndOtherRegionsAreAskedAsBefore() {
        try (Gateway gateway = afterTenCallsWithoutAnAnswer()) {
            assertThat(call(gateway, LIST, "north").outcome()).isEqualTo(Status.VALUE);
            assertThat(call(gateway, READ, "south").outcome()).isEqualTo(Status.VALUE);
        }
    }

    @Test
    void afterAWhileOneCallIsLetThroughAndItsAnswerOpensTheWayForAll() {
        try (Gateway gateway = afterTenCallsWithoutAnAnswer()) {
            pace.pause(Duration.ofSeconds(20));
            assertThat(call(gateway, READ, "north", Sort.UNANSWERED, Sort.UNANSWERED)
                            .message()
                            .en())
                    .isEqualTo("no");
            assertThat(call(gateway, READ, "north").outcome()).isEqualTo(Status.FAILED);

            pace.pause(Duration.ofSeconds(20));
            assertThat(call(gateway, READ, "north").outcome()).isEqualTo(Status.VALUE);
            assertThat(call(gateway, READ, "north").outcome()).isEqualTo(Status.VALUE);
        }
    }

    @Test
    void answersInBetweenAndErrorsThatAreAnswersKeepTheWayOpen() {
        try (Gateway gateway = new Gateway(limits(Budget.UNLIMITED), pace)) {
            for (int i = 0; i < 30; i++) {
                call(gateway, READ, "north", Sort.UNANSWERED, Sort.UNANSWERED);
                if (i % 9 == 8) {
                    call(gateway, READ, "north", Sort.DENIED);
                }
            }
            assertThat(call(gateway, READ, "north").outcome()).isEqualTo(Status.VALUE);
        }
    }
}
