package io.nephoscope.http.rest;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.yaml.YamlNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A service that answers what a test wants it to, and what was asked of it. */
final class Replies implements AutoCloseable {
    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(5), 1, 1, Duration.ZERO, Duration.ZERO, 10_000), Pace.REAL);

    final List<Request> asked = new ArrayList<>();
    final List<String> doubts = new ArrayList<>();
    final List<Doc> came = new ArrayList<>();
    final Service service;
    private final Map<String, String> settings;
    private final RestClient client;
    private Function<Request, Reply> answers = request -> new Reply(500, Map.of(), "");

    Replies(String file) {
        this(file, Map.of());
    }

    Replies(String file, Map<String, String> settings) {
        this.service = Service.read(YamlNode.parse("hill.yaml", file));
        this.settings = settings;
        this.client = RestClient.of(
                service,
                request -> {
                    asked.add(request);
                    return answers.apply(request);
                },
                settings,
                Clock.systemUTC(),
                doubt -> doubts.add(doubt.en()));
    }

    Replies answer(Function<Request, Reply> how) {
        answers = how;
        return this;
    }

    /** Each answers the question of its place; the last one every further question. */
    Replies bodies(String... bodies) {
        return answer(request -> ok(bodies[Math.min(asked.size(), bodies.length) - 1]));
    }

    static Reply ok(String body) {
        return new Reply(200, Map.of(), body);
    }

    Site site() {
        return Site.of(
                service.name(),
                new Scope("", "1", "north"),
                client,
                new RestFailures(service, settings.values()),
                gateway);
    }

    /** Lists with a call; what came is kept. */
    String list(String call) {
        return words(service.call(call).listing().items(site(), Map.of(), came::add));
    }

    String one(String call, Map<String, Object> by) {
        return words(service.call(call).answer(site(), by));
    }

    static String words(Outcome<?> outcome) {
        Cause cause = outcome.cause("", "");
        return outcome instanceof Outcome.Value<?> value
                ? "value " + value.value()
                : (cause.outcome().label() + " " + cause.message().en()).strip();
    }

    List<String> ids() {
        return came.stream().map(item -> item.text("id")).toList();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
