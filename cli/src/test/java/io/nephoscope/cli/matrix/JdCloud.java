package io.nephoscope.cli.matrix;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.LeftOut;
import io.nephoscope.cli.wire.Proofs;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Target;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdFault;
import io.nephoscope.jdcloud.fixture.JdWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** One account of the JD Cloud that answers on loopback. */
record JdCloud(JdCloudServer server) implements Cloud {
    static JdCloud start() throws IOException {
        return new JdCloud(JdCloudServer.start(JdWorld.seeded()));
    }

    static Target target(String endpoint) {
        Credentials key =
                Credentials.of(Map.of("access-key", JdCloudServer.ACCESS_KEY, "secret-key", JdCloudServer.SECRET_KEY));
        Map<String, String> settings = Map.of("endpoint-url", endpoint);
        return new Target("jdcloud", "JD", "JD", List.of("cn-north-1", "cn-east-2"), settings, () -> key, Path.of(""));
    }

    @Override
    public List<Account> accounts(Optional<String> endpoint) {
        return List.of(new Account(target(server.endpoint().toString()), Optional.empty()));
    }

    private static Question question(JdCloudServer.Call call) {
        return new Question(call.name(), "", String.join("|", call.name(), call.region(), call.key()));
    }

    @Override
    public void fail(Predicate<Question> when, Fault fault) {
        Predicate<JdCloudServer.Call> failing = call -> when.test(question(call));
        if (fault == Fault.HALF_SAID) {
            Map<String, LeftOut> halves = new ConcurrentHashMap<>();
            server.correct(
                    failing,
                    (call, answer) -> halves.computeIfAbsent(call.name(), name -> new LeftOut(Proofs.members(name)))
                            .from(answer));
        } else {
            server.fail(failing, as(fault));
        }
    }

    private static JdFault as(Fault fault) {
        return switch (fault) {
            case DENIED -> JdFault.DENIED;
            case THROTTLED -> JdFault.THROTTLED;
            case SERVER_ERROR -> JdFault.SERVER_ERROR;
            case HTML -> JdFault.HTML;
            case PAGE_GZIP -> JdFault.PAGE_GZIP;
            case ANOTHER -> JdFault.ANOTHER;
            case TRUNCATED -> JdFault.CUT;
            case HALF -> JdFault.EMPTY;
            case SILENCE -> JdFault.SILENCE;
            case EXPIRED -> JdFault.UNAUTHORIZED;
            case BARRED -> JdFault.BARRED;
            case NOT_SUBSCRIBED, RESET, HALF_SAID -> throw new IllegalArgumentException("JD Cloud has no such fault");
        };
    }

    @Override
    public void heal() {
        server.heal();
        server.forget();
    }

    @Override
    public List<Question> asked() {
        return server.calls().stream().map(JdCloud::question).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
