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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String TOO_MANY = "calls before it did not end";

    private static final Scope SCOPE = new Scope("", "1", "north");
    private static final Operation POLICY = Operation.of("s3", "GetBucketPolicy", "s3:GetBucketPolicy")
            .absentOn("NoSuchBucketPolicy")
            .unsupportedOn("NotEnabled");
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(30), 3, 5, Duration.ofMillis(200), Duration.ofSeconds(1), 50);

    private final FakePace pace = new FakePace();
    private final Gateway gateway = new Gateway(LIMITS, pace);

    @AfterEach
    void close() {
        gateway.close();
    }

    /** A failure as the stubs below throw it; the reader has nothing to do. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        final transient Failure failure;

        Refused(Sort sort, String code, String message) {
            failure = new Failure(sort, code, Text.quoted(message));
        }

        Refused(Sort sort, Duration retryAfter) {
            failure = new Failure(sort, "SlowDown", Text.EMPTY, Optional.of(retryAfter));
        }
    }

    private static Failure read(Throwable error) {
        return error instanceof Refused refused
                ? refused.failure
                : new Failure(
                        Sort.PERMANENT,
                        error.getClass().getSimpleName(),
                        Text.quoted(String.valueOf(error.getMessage())));
    }

    private <T> Outcome<T> call(Callable<T> send) {
        return gateway.call("aws", SCOPE, POLICY, GatewayTest::read, send);
    }

    /** Ends as the answers say, one after the other: a text, or a failure. */
    private static Callable<String> answering(Object... answers) {
        Deque<Object> left = new ArrayDeque<>(Arrays.asList(answers));
        return () -> {
            Object answer = left.removeFirst();
            if (answer instanceof Refused refused) {
                throw refused;
            }
            return (String) answer;
        };
    }

    private LedgerRow onlyRow() {
        List<LedgerRow> rows = gateway.ledger().drain();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void anAnswerIsAValueAndOneRowOfTheLedger() {
        assertThat(call(answering("policy"))).isEqualTo(Outcome.value("policy"));

        assertThat(onlyRow())
                .isEqualTo(new LedgerRow(
                        "aws",
                        "1",
                        "north",
                        "s3",
                        "GetBucketPolicy",
                        "s3:GetBucketPolicy",
                        Status.VALUE,
                        1,
                        0,
                        Text.EMPTY));
        assertThat(gateway.ledger().calls()).isEqualTo(1);
        assertThat(pace.pauses()).isEmpty();
    }

    @Test
    void aDeclaredCodeMeansThatThereIsNone() {
        assertThat(call(answering(new Refused(Sort.PERMANENT, "NoSuchBucketPolicy", "none"))))
                .isEqualTo(Outcome.absent());
        assertThat(onlyRow().outcome()).isEqualTo(Status.ABSENT);
    }

    @Test
    void aDeclaredCodeMeansThatItIsNotEnabledThere() {
        Outcome<String> outcome = call(answering(new Refused(Sort.DENIED, "NotEnabled", "subscribe first")));

        assertThat(outcome).isInstanceOf(Outcome.Unsupported.class);
        assertThat(onlyRow().outcome()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void anUndeclaredCodeIsAFailureAndNeverAbsent() {
        Outcome<String> outcome = call(answering(new Refused(Sort.PERMANENT, "NoSuchBucket", "gone")));

        assertThat(outcome)
                .isEqualTo(new Outcome.Failed<>(new Cause(
                        "s3:GetBucketPolicy", Status.FAILED, "s3:GetBucketPolicy", Text.quoted("NoSuchBucket: gone"))));
        assertThat(onlyRow().retries()).isZero();
    }

    @Test
    void aDeniedCallIsNotTriedAgainAndNamesItsPermission() {
        Outcome<String> outcome = call(answering(new Refused(Sort.DENIED, "AccessDenied", "no")));

        assertThat(outcome)
                .isEqualTo(new Outcome.Denied<>(new Cause(
                        "s3:GetBucketPolicy", Status.DENIED, "s3:GetBucketPolicy", Text.quoted("AccessDenied: no"))));
        assertThat(gateway.ledger().calls()).isEqualTo(1);
    }

    @Test
    void aThrottledCallThatHealsGivesTheValueAndTellsItsRetries() {
        Refused slow = new Refused(Sort.THROTTLED, "SlowDown", "slow down");

        assertThat(call(answering(slow, slow, "policy"))).isEqualTo(Outcome.value("policy"));

        LedgerRow row = onlyRow();
        assertThat(row.outcome()).isEqualTo(Status.VALUE);
        assertThat(row.count()).isEqualTo(1);
        assertThat(row.retries()).isEqualTo(2);
        assertThat(gateway.ledger().throttles()).isEqualTo(2);
        assertThat(gateway.ledger().calls()).isEqualTo(3);
    }

    @Test
    void aCallThatIsThrottledAgainAndAgainIsGivenUpAfterTheLastTry() {
        Refused slow = new Refused(Sort.THROTTLED, "SlowDown", "slow down");

        assertThat(call(answering(slow, slow, slow, slow, slow))).isInstanceOf(Outcome.Throttled.class);

        assertThat(onlyRow().retries()).isEqualTo(4);
    }

    @Test
    void pausesBetweenTriesDoubleUpToTheLongest() {
        Refused slow = new Refused(Sort.THROTTLED, "SlowDown", "slow down");
        Limits quick = new Limits(Duration.ofSeconds(30), 1, 6, Duration.ofMillis(200), Duration.ofSeconds(1), 500);
        try (Gateway patient = new Gateway(quick, pace)) {
            patient.call("aws", SCOPE, POLICY, GatewayTest::read, answering(slow, slow, slow, slow, slow, slow));
        }

        int[] longest = {200, 400, 800, 1_000, 1_000};
        assertThat(pace.pauses().stream().filter(pause -> pause.toMillis() >= 100))
                .hasSize(longest.length)
                .satisfies(pauses -> {
                    for (int i = 0; i < longest.length; i++) {
                        assertThat(pauses.get(i).toMillis()).isBetween(longest[i] / 2L, (long) longest[i]);
                    }
                });
    }

    @Test
    void whatTheCloudAsksUsToWaitIsWaited() {
        Refused slow = new Refused(Sort.THROTTLED, Duration.ofMillis(900));

        assertThat(call(answering(slow, "policy"))).isEqualTo(Outcome.value("policy"));

        assertThat(pace.pauses()).contains(Duration.ofMillis(900));
    }

    @Test
    void aCloudThatWantsALongerPauseThanOursIsNotWaitedFor() {
        assertThat(call(answering(new Refused(Sort.THROTTLED, Duration.ofHours(1)))))
                .isInstanceOf(Outcome.Throttled.class);

        assertThat(onlyRow().retries()).isZero();
    }

    @Test
    void aFailureThatMayHealIsTriedThreeTimes() {
        Refused reset = new Refused(Sort.TRANSIENT, "SocketException", "reset");

        assertThat(call(answering(reset, reset, "policy"))).isEqualTo(Outcome.value("policy"));
        assertThat(call(answering(reset, reset, reset))).isInstanceOf(Outcome.Failed.class);

        assertThat(gateway.ledger().calls()).isEqualTo(6);
    }

    @Test
    void aCallThatIsDeniedAfterAThrottleIsDenied() {
        Outcome<String> outcome = call(
                answering(new Refused(Sort.THROTTLED, "SlowDown", ""), new Refused(Sort.DENIED, "AccessDenied", "no")));

        assertThat(outcome).isInstanceOf(Outcome.Denied.class);
        assertThat(onlyRow().retries()).isEqualTo(1);
    }

    @Test
    void aCallThatHangsIsGivenUpAtTheDeadlineAndInterrupted() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(2);
        Limits hasty = new Limits(Duration.ofMillis(20), 2, 2, Duration.ZERO, Duration.ZERO, 50);
        try (Gateway impatient = new Gateway(hasty, pace)) {
            Outcome<String> outcome = impatient.call("aws", SCOPE, POLICY, GatewayTest::read, () -> {
                try {
                    never.await();
                    return "too late";
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            });

            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(outcome.cause("", "").message().en()).startsWith("Deadline: no answer within");
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(impatient.ledger().calls()).isEqualTo(2);
        }
    }

    @Test
    void anErrorInTheCallItselfIsAFailedCall() {
        Outcome<String> outcome = call(() -> {
            throw new NoClassDefFoundError("software/amazon/Missing");
        });

        assertThat(outcome.cause("", "").message().en()).isEqualTo("NoClassDefFoundError: software/amazon/Missing");
    }

    @Test
    void aCallWhoseErrorCannotBeReadStandsInTheLedgerAllTheSame() {
        Outcome<String> outcome = gateway.call(
                "aws",
                SCOPE,
                POLICY,
                error -> {
                    throw new NullPointerException("no details");
                },
                answering(new Refused(Sort.DENIED, "AccessDenied", "no")));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(onlyRow().outcome()).isEqualTo(Status.FAILED);
    }

    @Test
    void aThreadThatWasInterruptedSendsNothingMore() {
        AtomicInteger sent = new AtomicInteger();
        Thread.currentThread().interrupt();

        Outcome<Integer> outcome = call(sent::incrementAndGet);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasValue(0);
        assertThat(outcome.cause("", "").message().en()).isEqualTo("Interrupted: the scan was interrupted");
    }

    @Test
    void anInterruptWhileWaitingForTheAnswerEndsTheCallAndIsPassedOn() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            Outcome<String> outcome = call(() -> {
                sent.countDown();
                never.await();
                return "";
            });
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            never.countDown();
        });
        caller.start();
        sent.await();
        caller.interrupt();

        assertThat(never.await(30, TimeUnit.SECONDS)).isTrue();
        caller.join();
        assertThat(onlyRow().message().en()).isEqualTo("Interrupted: the scan was interrupted");
    }

    @Test
    void aGatewayThatWasClosedSendsNothing() {
        gateway.close();
        AtomicInteger sent = new AtomicInteger();

        assertThat(call(sent::incrementAndGet)).isInstanceOf(Outcome.Failed.class);
        assertThat(sent).hasValue(0);
    }

    @Test
    void callsThatNeverEndDoNotTakeEveryThreadOfTheMachine() {
        CountDownLatch end = new CountDownLatch(1);
        Limits hasty = new Limits(Duration.ofMillis(1), 1, 1, Duration.ZERO, Duration.ZERO, 500);
        AtomicInteger sent = new AtomicInteger();
        try (Gateway busy = new Gateway(hasty, pace)) {
            String said = "";
            // On a busy machine some are called off before they began, and hold no thread.
            for (int i = 0; i < 100_000 && !said.contains(TOO_MANY); i++) {
                Outcome<String> outcome = busy.call("aws", SCOPE, POLICY, GatewayTest::read, () -> {
                    sent.incrementAndGet();
                    while (end.getCount() > 0) {
                        try {
                            end.await();
                        } catch (InterruptedException deaf) {
                            continue;
                        }
                    }
                    return "";
                });
                said = outcome.cause("", "").message().en();
            }

            assertThat(sent).hasValueLessThanOrEqualTo(1_024);
            assertThat(said).contains(TOO_MANY);
            end.countDown();
        }
    }

    @Test
    void messagesAreOneLineWithoutSecretsOrControlCharacters() {
        String hostile = "\u001b[2Jkey AKIAIOSFODNN7EXAMPLE\n\nrefused; password=hunter2hunter2";

        Outcome<String> outcome = call(answering(new Refused(Sort.DENIED, "AccessDenied", hostile)));

        assertThat(outcome.cause("", "").message().en())
                .isEqualTo("AccessDenied: [2Jkey AKIA[redacted] refused; password=[redacted]");
    }

    @Test
    void aLongMessageIsCutWithoutTearingACharacterApart() {
        Outcome<String> odd = call(answering(new Refused(Sort.PERMANENT, "", "\ud83d\ude00".repeat(5_000_000))));
        Outcome<String> even = call(answering(new Refused(Sort.PERMANENT, "", "x" + "\ud83d\ude00".repeat(1_000))));

        assertThat(odd.cause("", "").message().en()).hasSize(301).endsWith("\ud83d\ude00…");
        assertThat(even.cause("", "").message().en()).hasSize(300).endsWith("\ud83d\ude00…");
    }

    @Test
    void accountsRegionsAndServicesAreLimitedApart() {
        Limits slow = new Limits(Duration.ofSeconds(30), 1, 1, Duration.ZERO, Duration.ZERO, 1);
        try (Gateway limited = new Gateway(slow, pace)) {
            limited.call("aws", SCOPE, POLICY, GatewayTest::read, () -> "");
            limited.call("aws", SCOPE.in("south"), POLICY, GatewayTest::read, () -> "");
            limited.call("aws", new Scope("", "2", "north"), POLICY, GatewayTest::read, () -> "");
            limited.call("aws", SCOPE, Operation.of("iam", "GetUser", ""), GatewayTest::read, () -> "");
            assertThat(pace.pauses()).isEmpty();

            limited.call("aws", SCOPE, POLICY, GatewayTest::read, () -> "");
            assertThat(pace.pauses()).hasSize(1);
        }
    }

    @Test
    void limitsThatWouldWaitForEverAreRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(Duration.ZERO, 1, 1, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(second, 0, 1, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(second, 1, 1, second, second, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(second, 1, 1, second, second, Double.NaN));
    }
}
