package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Whether the credentials of an account still hold. One call that is refused for them proves little, for a service or a region may
 * take none such: who we are is asked too, and only where another service refuses that as well is nothing sent any more.
 */
final class SignIn {
    /** What calls are believed without a question who we are: there is none to ask. */
    static final SignIn UNPROVEN =
            new SignIn("", () -> Outcome.without(new Cause("", Status.FAILED, "", Text.EMPTY)), () -> Instant.EPOCH);

    private final String service;
    private final Supplier<Outcome<?>> whoAmI;
    private final Supplier<Instant> clock;
    /** The services and regions that refused what was taken elsewhere. */
    private final Set<String> odd = ConcurrentHashMap.newKeySet();

    private volatile Optional<Text> ended = Optional.empty();

    /**
     * @param service whose answer it is who we are
     * @param whoAmI asks it; what it costs no permission to ask
     */
    SignIn(String service, Supplier<Outcome<?>> whoAmI, Supplier<Instant> clock) {
        this.service = service;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /** Sends a call, unless the credentials came to their end before. */
    <T> Outcome<T> call(Scope scope, Operation operation, Supplier<Outcome<T>> send) {
        if (ended.isPresent()) {
            return refused(operation, ended.get());
        }
        Outcome<T> outcome = send.get();
        Cause cause = outcome.cause("", "");
        boolean proves = cause.outcome() == Status.SIGNED_OUT
                && !service.isEmpty()
                && !operation.service().equals(service);
        return proves && isOdd(scope.region() + "|" + operation.service(), cause)
                ? refused(
                        operation,
                        Text.of("{0}; the same credentials are taken elsewhere", "{0}；同一凭证在其他服务或区域有效", cause.message()))
                : outcome;
    }

    /** Whether the refusal is that of one service in one region. Those who are refused at once wait for one answer. */
    private synchronized boolean isOdd(String place, Cause refusal) {
        if (ended.isPresent() || odd.contains(place)) {
            return odd.contains(place);
        }
        Instant now = clock.get().truncatedTo(ChronoUnit.SECONDS);
        Status status = whoAmI.get().cause("", "").outcome();
        if (status == Status.SIGNED_OUT) {
            ended = Optional.of(
                    refusal.message().en().toLowerCase(Locale.ROOT).contains("expire")
                            ? Text.of(
                                    "not sent, since the credentials expired at {0} ({1})",
                                    "未发送：凭证已于 {0} 过期（{1}）", now, refusal.message())
                            : Text.of(
                                    "not sent, since the credentials are refused since {0} ({1})",
                                    "未发送：自 {0} 起凭证不被接受（{1}）", now, refusal.message()));
            return false;
        }
        return status == Status.VALUE && odd.add(place);
    }

    private static <T> Outcome<T> refused(Operation operation, Text why) {
        return Outcome.without(new Cause(operation.call(), Status.SIGNED_OUT, operation.permission(), why));
    }
}
