package io.nephoscope.inventory.gateway;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place through which every cloud call goes: limited, bounded, retried, journalled, and answered as an outcome. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /** Calls that never end hold their threads: past this many no further one is sent. */
    private static final int MOST_WIRES = 1_024;

    private static final Failure INTERRUPTED =
            new Failure(Failure.Sort.PERMANENT, "Interrupted", Text.of("the scan was interrupted", "扫描被中断"));

    private final Limits limits;
    private final Pace pace;
    private final Ledger ledger = new Ledger();
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();
    private final Purse purse;
    private final ExecutorService wire =
            new ThreadPoolExecutor(0, MOST_WIRES, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "wire");
                thread.setDaemon(true);
                return thread;
            });

    public Gateway(Limits limits, Pace pace) {
        this.limits = limits;
        this.pace = pace;
        this.purse = new Purse(limits.budget(), pace);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** How long a call may take. */
    public Duration deadline() {
        return limits.deadline();
    }

    /** What time it is. */
    public Instant now() {
        return pace.now();
    }

    /** Lets time pass at the gateway's pace. */
    public void pause(Duration time) {
        pace.pause(time);
    }

    /** Sends one declared call, again where trying again may help, and writes it into the ledger. */
    public <T> Outcome<T> call(
            String provider, Scope scope, Operation operation, Failure.Reader failures, Callable<T> send) {
        String service = provider + "|" + scope.account() + "|" + scope.region() + "|" + operation.service();
        Rate rate = rates.computeIfAbsent(service, key -> new Rate(limits.startRate(), pace));
        Circuit circuit = circuits.computeIfAbsent(
                service + "|" + operation.name(), key -> new Circuit(pace, limits.longestPause()));
        if (circuit.isOpen()) {
            Text silent = Text.of(
                    "not sent, since the last {0} of these calls had no answer",
                    "未发送：此前连续 {0} 次该调用均无应答", Circuit.MOST_UNANSWERED);
            return unsent(operation, Status.FAILED, silent);
        }
        Optional<Outcome<T>> before = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            Optional<Text> spent = purse.pay();
            if (spent.isPresent()) {
                return before.isPresent()
                        ? record(provider, scope, operation, attempt - 1, before.get())
                        : unsent(operation, Status.OVER_BUDGET, spent.get());
            }
            long wave = rate.take();
            Attempt<T> result = attempt(failures, send);
            if (result instanceof Attempt.Answered<T> answered) {
                rate.succeeded();
                circuit.answered();
                return record(provider, scope, operation, attempt, Outcome.value(answered.value()));
            }
            Failure failure = ((Attempt.Broken<T>) result).failure();
            LOG.debug(
                    "{} in {} {}: {}",
                    operation.call(),
                    scope.account(),
                    scope.region(),
                    failure.words().en());
            if (failure.sort() == Failure.Sort.THROTTLED) {
                rate.throttled(wave);
                ledger.throttled();
            }
            Outcome<T> outcome = outcome(operation, failure);
            if (outcome.cause("", "").outcome().isGap() && attempt < mostTries(failure)) {
                before = Optional.of(outcome);
                pace.pause(pauseAfter(attempt, failure));
            } else {
                if (failure.sort() == Failure.Sort.UNANSWERED) {
                    circuit.unanswered();
                } else {
                    circuit.answered();
                }
                return record(provider, scope, operation, attempt, outcome);
            }
        }
    }

    /** The ledger lists what was sent, and so not this. */
    private static <T> Outcome<T> unsent(Operation operation, Status why, Text message) {
        return Outcome.without(new Cause(operation.call(), why, operation.permission(), message));
    }

    /** One try: an answer, or a failure that was read. */
    private sealed interface Attempt<T> {
        record Answered<T>(T value) implements Attempt<T> {}

        record Broken<T>(Failure failure) implements Attempt<T> {}
    }

    private <T> Attempt<T> attempt(Failure.Reader failures, Callable<T> send) {
        if (Thread.currentThread().isInterrupted()) {
            return new Attempt.Broken<>(INTERRUPTED);
        }
        Future<T> reply;
        try {
            reply = wire.submit(send);
        } catch (RejectedExecutionException e) {
            Text busy = Text.of("not sent, since {0} calls before it did not end", "未发送：此前有 {0} 次调用尚未结束", MOST_WIRES);
            return new Attempt.Broken<>(
                    wire.isShutdown() ? INTERRUPTED : new Failure(Failure.Sort.UNANSWERED, "Deadline", busy));
        }
        try {
            return new Attempt.Answered<>(reply.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Attempt.Broken<>(read(failures, e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            reply.cancel(true);
            Text waited = Text.of(
                    "no answer within {0} s", "{0} 秒内没有应答", limits.deadline().toSeconds());
            return new Attempt.Broken<>(new Failure(Failure.Sort.UNANSWERED, "Deadline", waited));
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return new Attempt.Broken<>(INTERRUPTED);
        }
    }

    /** An error that not even its reader understands is still the end of a call that was sent. */
    private static Failure read(Failure.Reader failures, Throwable error) {
        try {
            return failures.read(error);
        } catch (RuntimeException e) {
            return new Failure(
                    Failure.Sort.PERMANENT,
                    error.getClass().getSimpleName(),
                    Text.of("unreadable: {0}", "无法解读：{0}", e));
        }
    }

    /** A cloud that wants a longer pause than ours would hold up everything behind the call. */
    private int mostTries(Failure failure) {
        if (failure.retryAfter()
                .filter(it -> it.compareTo(limits.longestPause()) > 0)
                .isPresent()) {
            return 1;
        }
        return switch (failure.sort()) {
            case THROTTLED -> limits.throttledTries();
            case UNANSWERED, TRANSIENT -> limits.tries();
            case DENIED, BARRED, SIGNED_OUT, GONE, PERMANENT -> 1;
        };
    }

    /**
     * What the cloud asks for, or else a pause that doubles with every attempt up to the longest: between half of that and all of it,
     * by chance.
     */
    private Duration pauseAfter(int attempt, Failure failure) {
        long longest = limits.longestPause().toMillis();
        long doubled = limits.firstPause().toMillis() << Math.min(attempt - 1, 20);
        long pause = Math.min(longest, doubled);
        Duration ours =
                Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
        return failure.retryAfter().filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
    }

    private static <T> Outcome<T> outcome(Operation operation, Failure failure) {
        boolean isMeant = operation.absentOn().contains(failure.code())
                || operation.unsupportedOn().contains(failure.code());
        if (failure.sort() == Failure.Sort.GONE && !isMeant) {
            return new Outcome.Gone<>(
                    new Cause(operation.call(), Status.FAILED, operation.permission(), failure.words()));
        }
        Status status;
        if (operation.absentOn().contains(failure.code())) {
            status = Status.ABSENT;
        } else if (operation.unsupportedOn().contains(failure.code())) {
            status = Status.UNSUPPORTED;
        } else {
            status = switch (failure.sort()) {
                case DENIED -> Status.DENIED;
                case BARRED -> Status.BARRED;
                case SIGNED_OUT -> Status.SIGNED_OUT;
                case THROTTLED -> Status.THROTTLED;
                case UNANSWERED, TRANSIENT, GONE, PERMANENT -> Status.FAILED;
            };
        }
        return Outcome.without(new Cause(operation.call(), status, operation.permission(), failure.words()));
    }

    private <T> Outcome<T> record(String provider, Scope scope, Operation operation, int attempts, Outcome<T> outcome) {
        Cause cause = outcome.cause(operation.call(), operation.permission());
        ledger.record(new LedgerRow(
                provider,
                scope.account(),
                scope.region(),
                operation.service(),
                operation.name(),
                cause.permission(),
                outcome instanceof Outcome.Gone ? Status.ABSENT : cause.outcome(),
                1,
                attempts - 1,
                cause.message()));
        return outcome;
    }

    @Override
    public void close() {
        wire.shutdownNow();
    }
}
