package io.nephoscope.cli.matrix;

import io.nephoscope.azure.replay.AzureFault;
import io.nephoscope.azure.replay.AzureRequest;
import io.nephoscope.azure.replay.AzureServer;
import io.nephoscope.azure.replay.AzureWorld;
import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.LeftOut;
import io.nephoscope.cli.wire.Proofs;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The subscriptions of the Azure that answers on loopback. Requests are told apart by the action that they take. */
record AzureCloud(AzureServer server) implements Cloud {
    /** One call for many types: each has an action of its own. */
    static final String GRAPH = "Microsoft.ResourceGraph:QueryResources";

    /** Any resource has settings that the same action lists; those of the subscription are listed by an operation of their own. */
    private static final String OWN_SETTINGS = "SubscriptionDiagnosticSettings_List";

    /** One for all servers, since it holds times that are so many days ago. */
    private static final AzureWorld WORLD = AzureWorld.whole();

    static AzureCloud start() throws IOException {
        return new AzureCloud(AzureServer.start(WORLD));
    }

    static Target target(Map<String, String> settings) {
        Credentials secret = Credentials.of(Map.of("client-secret", AzureWorld.SECRET));
        return new Target("azure", "Azure", "Azure", List.of(), settings, () -> secret, Path.of(""));
    }

    @Override
    public List<Account> accounts(Optional<String> endpoint) {
        return List.of(new Account(target(server.settings()), Optional.empty()));
    }

    @Override
    public boolean asks(Question question, Operation operation) {
        return operation.call().equals(GRAPH)
                ? question.call().equals(GRAPH)
                : question.call().equals(shown(operation));
    }

    /** What a request shows of an operation: its action, whether it asks for a list, and whether for the subscription's settings. */
    static String shown(Operation operation) {
        return operation.name().equals(OWN_SETTINGS)
                ? OWN_SETTINGS
                : call(operation.permission(), operation.name().contains("List"));
    }

    private static String shown(AzureRequest request) {
        boolean own = request.path()
                .equalsIgnoreCase("/subscriptions/" + request.subscription()
                        + "/providers/Microsoft.Insights/diagnosticSettings");
        return own ? OWN_SETTINGS : call(request.action(), request.isList());
    }

    private static String call(String action, boolean list) {
        return (list ? "list " : "") + action.toLowerCase(Locale.ROOT);
    }

    private static Question question(AzureRequest request) {
        String call = request.isGraph() ? GRAPH : shown(request);
        return new Question(call, request.subscription(), request.path() + "?" + request.query());
    }

    @Override
    public void fail(Predicate<Question> when, Fault fault) {
        Predicate<AzureRequest> failing = request -> when.test(question(request));
        if (fault == Fault.HALF_SAID) {
            Map<String, LeftOut> halves = new ConcurrentHashMap<>();
            server.correct(
                    failing,
                    (request, answer) -> halves.computeIfAbsent(
                                    question(request).call(), call -> new LeftOut(members(call)))
                            .from(answer));
        } else {
            server.fail(failing, as(fault));
        }
    }

    /** What the answers always hold of those calls that a request does not tell apart. */
    private List<String> members(String call) {
        return Bench.TYPES.provider("azure").orElseThrow().types().stream()
                .flatMap(Proofs::operationsOf)
                .filter(operation -> asks(new Question(call, "", ""), operation))
                .flatMap(operation -> operation.proof().members().stream())
                .distinct()
                .toList();
    }

    private static AzureFault as(Fault fault) {
        return switch (fault) {
            case DENIED -> AzureFault.DENIED;
            case THROTTLED -> AzureFault.THROTTLED;
            case SERVER_ERROR -> AzureFault.SERVER_ERROR;
            case HTML -> AzureFault.PAGE;
            case PAGE_GZIP -> AzureFault.PAGE_GZIP;
            case ANOTHER -> AzureFault.ANOTHER;
            case TRUNCATED -> AzureFault.CUT;
            case HALF -> AzureFault.EMPTY;
            case SILENCE -> AzureFault.HANGING;
            case EXPIRED -> AzureFault.EXPIRED;
            case BARRED -> AzureFault.BARRED;
            case NOT_SUBSCRIBED, RESET, HALF_SAID -> throw new IllegalArgumentException("Azure has no such fault");
        };
    }

    @Override
    public void revoke(String permission) {
        server.revoke(permission);
    }

    @Override
    public void heal() {
        server.heal();
    }

    @Override
    public List<Question> asked() {
        return server.requests().stream().map(AzureCloud::question).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
