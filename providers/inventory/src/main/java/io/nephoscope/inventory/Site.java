package io.nephoscope.inventory;

import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One account in one region, and the only way in which declarations send calls there. */
public final class Site {
    private final String provider;
    private final Scope scope;
    private final Object client;
    private final Failure.Reader failures;
    private final Gateway gateway;
    private final SignIn signIn;
    private final Map<Question, CompletableFuture<Outcome<?>>> answered;

    private Site(
            String provider,
            Scope scope,
            Object client,
            Failure.Reader failures,
            Gateway gateway,
            SignIn signIn,
            Map<Question, CompletableFuture<Outcome<?>>> answered) {
        this.provider = provider;
        this.scope = scope;
        this.client = client;
        this.failures = failures;
        this.gateway = gateway;
        this.signIn = signIn;
        this.answered = answered;
    }

    /**
     * The sites of one account start here.
     *
     * @param client what the provider's declarations need to send a call, typed by {@link #client(Class)}
     */
    public static Site of(String provider, Scope scope, Object client, Failure.Reader failures, Gateway gateway) {
        return new Site(provider, scope, client, failures, gateway, SignIn.UNPROVEN, new ConcurrentHashMap<>());
    }

    /**
     * The same account, of which nothing more is asked once its credentials are refused here and there.
     *
     * @param whoAmI what any credentials that hold may ask
     */
    public Site signedInBy(Operation whoAmI, Callable<?> ask) {
        SignIn known =
                new SignIn(whoAmI.service(), () -> gateway.call(provider, scope, whoAmI, failures, ask), gateway::now);
        return new Site(provider, scope, client, failures, gateway, known, answered);
    }

    public String provider() {
        return provider;
    }

    public Scope scope() {
        return scope;
    }

    /** The same account in another region; answers that are kept stay kept. */
    public Site in(String region) {
        return new Site(provider, scope.in(region), client, failures, gateway, signIn, answered);
    }

    /** What the provider gave to reach the account. */
    public <C> C client(Class<C> type) {
        return type.cast(client);
    }

    /** Sends one declared call through the gateway. */
    public <T> Outcome<T> call(Operation operation, Callable<T> send) {
        return signIn.call(scope, operation, () -> gateway.call(provider, scope, operation, failures, send));
    }

    /** Waits between two questions, where a provider prepares an answer. */
    public void pause(java.time.Duration time) {
        gateway.pause(time);
    }

    /**
     * Asks once for each account, region and key, and keeps the answer until the account is done, for what many assets share: not
     * for what each asset has to itself. The first to ask does the work in its own thread, the others wait for it. An error in the
     * asking is a failed answer, the same for all.
     *
     * @param key tells apart what is asked with one operation
     */
    @SuppressWarnings("unchecked") // a key is only ever used with one type of answer
    public <T> Outcome<T> once(Operation operation, Object key, Supplier<Outcome<T>> ask) {
        CompletableFuture<Outcome<?>> mine = new CompletableFuture<>();
        CompletableFuture<Outcome<?>> first =
                answered.putIfAbsent(new Question(operation.call(), scope.region(), key), mine);
        if (first != null) {
            return (Outcome<T>) first.join();
        }
        try {
            Outcome<T> answer = ask.get();
            mine.complete(answer);
            return answer;
        } catch (RuntimeException e) {
            Outcome<T> broken = Outcome.without(Failure.internal(operation.call(), e));
            mine.complete(broken);
            return broken;
        } finally {
            // Nobody waits for ever, whatever else may have been thrown.
            mine.completeExceptionally(new IllegalStateException(operation.call() + " was not answered"));
        }
    }

    private record Question(String call, String region, Object key) {}
}
