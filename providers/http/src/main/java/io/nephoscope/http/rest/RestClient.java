package io.nephoscope.http.rest;

import io.nephoscope.http.Refused;
import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import io.nephoscope.http.Transport;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks one account of a service, and opens its answers. */
public final class RestClient implements RestReach {
    private static final int ANY_NUMBER = 1_000;
    private static final int LAST_PORT = 65_535;

    private final Service service;
    private final Transport transport;
    private final Endpoints endpoints;
    private final Signers signers;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> settings;
    private final Requests requests;
    private final Clock clock;
    private final Consumer<Text> doubts;
    private final Semaphore lines;
    private Instant free = Instant.EPOCH;

    /**
     * @param endpoints where it answers, in place of what its file says
     * @param signers who signs, in place of what its file says
     * @param settings by their names; secrets too
     */
    public RestClient(
            Service service,
            Transport transport,
            Endpoints endpoints,
            Signers signers,
            Map<String, String> settings,
            Clock clock) {
        this(service, transport, endpoints, signers, settings, clock, doubt -> {});
    }

    private RestClient(
            Service service,
            Transport transport,
            Endpoints endpoints,
            Signers signers,
            Map<String, String> settings,
            Clock clock,
            Consumer<Text> doubts) {
        this.service = service;
        this.transport = transport;
        this.endpoints = endpoints;
        this.signers = signers;
        this.requests = new Requests(service, settings);
        this.settings = Map.copyOf(settings);
        this.clock = clock;
        this.doubts = doubts;
        this.lines = new Semaphore(service.pacing().parallel().orElse(ANY_NUMBER), true);
    }

    /**
     * The client that the file of a service describes.
     *
     * @param doubts told where answers make it doubtful that the file describes them rightly
     * @throws IllegalArgumentException where the settings make no address
     */
    public static RestClient of(
            Service service, Transport transport, Map<String, String> settings, Clock clock, Consumer<Text> doubts) {
        Requests names = new Requests(service, settings);
        Endpoints endpoints = (called, region) ->
                address(service.url().filled(name -> name.equals("service") ? called : names.named(name, region)));
        if (Collections.disjoint(service.url().names(), Set.of("service", Service.REGION))) {
            endpoints.of(service.name(), "");
        }
        if (!service.hasTokensByRegion()) {
            identity(service.auth().in(name -> names.named(name, "")), settings);
        }
        return new RestClient(service, transport, endpoints, service.auth().signers(settings), settings, clock, doubts);
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || address.getPort() > LAST_PORT
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException("no address of a service: " + text);
        }
        return address;
    }

    @Override
    public RestClient rest() {
        return this;
    }

    /**
     * What an answer held.
     *
     * @param result an object, or a list where the answer is one
     * @param asked the request, for the addresses that an answer gives against it
     */
    public record Answer(Object result, Reply reply, Request asked) {}

    void doubt(Text why) {
        doubts.accept(why);
    }

    Requests requests() {
        return requests;
    }

    /** The region that is asked, from where one is; empty for a call that belongs to none. */
    String regionOf(DeclaredCall call, String region) {
        return call.home().isEmpty() ? service.namesRegion(call) ? region : "" : call.home();
    }

    /**
     * Sends a call.
     *
     * @param region as {@link #regionOf} has it
     * @throws Refused where the answer is an error, whatever its HTTP status
     */
    Answer ask(DeclaredCall call, Question question, String region) throws IOException, InterruptedException {
        URI endpoint = address(() -> endpoints.of(call.operation().service(), region), region);
        return send(call, requests.request(call, question, endpoint, region), region);
    }

    /** An address that hangs on the region: nobody could tell before that it is none. */
    private static URI address(Supplier<URI> inRegion, String region) {
        try {
            return inRegion.get();
        } catch (IllegalArgumentException e) {
            UnusableAnswer none = new UnusableAnswer(Text.of(
                    "not sent, since the settings make no address in the region {0}",
                    "未发送：这些设置无法构成区域 {0} 的地址", region));
            none.initCause(e);
            throw none;
        }
    }

    /** Sends a request that an answer to a call led to. */
    Answer send(DeclaredCall call, Request request, String region) throws IOException, InterruptedException {
        Signer signer = signer(call, region);
        try {
            return open(signer, request);
        } catch (Refused e) {
            if (service.auth().isSession() && service.errors().sort(e) == Sort.SIGNED_OUT) {
                session(region).end(signer);
                return open(signer(call, region), request);
            }
            throw ofCall(call.operation(), e);
        }
    }

    private Signer signer(DeclaredCall call, String region) throws IOException, InterruptedException {
        return service.auth().isSession()
                ? session(region).signer()
                : signers.of(call.operation().service(), region);
    }

    /** One for all regions, unless a token is good for one of them only. */
    private Session session(String asked) {
        String region = service.hasTokensByRegion() ? asked : "";
        return sessions.computeIfAbsent(region, its -> {
            Auth auth = service.auth().in(name -> requests.named(name, region));
            URI endpoint =
                    address(() -> identity(auth, settings).orElseGet(() -> endpoints.of(service.name(), "")), region);
            return new Session(auth, settings, transport, endpoint);
        });
    }

    /** Where tokens are given; empty where that is where everything else is. */
    private static Optional<URI> identity(Auth auth, Map<String, String> settings) {
        return Optional.of(auth.value("at", settings))
                .filter(it -> !it.isEmpty())
                .map(RestClient::address);
    }

    private Answer open(Signer signer, Request request) throws IOException, InterruptedException {
        Reply reply = transport.send(signer.sign(request, clock.instant()).with("user-agent", "nephoscope"));
        return new Answer(service.envelope().open(reply, service.errors()), reply, request);
    }

    /** Where a call gives a status a meaning of its own, the status is the error's name. */
    private static Refused ofCall(Operation operation, Refused error) {
        String status = Refused.named(error.status());
        boolean isMeant = operation.absentOn().contains(status)
                || operation.unsupportedOn().contains(status);
        boolean isKnown = operation.absentOn().contains(error.code())
                || operation.unsupportedOn().contains(error.code());
        return isMeant && !isKnown ? error.byStatus() : error;
    }

    /** Waits until the service takes one more call, and keeps its line for as long as the call is under way. */
    <T> T inTurn(Consumer<Duration> pause, Supplier<T> call) {
        service.pacing().between().ifPresent(between -> pause.accept(next(between)));
        lines.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            lines.release();
        }
    }

    private synchronized Duration next(Duration between) {
        Instant now = clock.instant();
        Instant mine = free.isAfter(now) ? free : now;
        free = mine.plus(between);
        return Duration.between(now, mine);
    }
}
