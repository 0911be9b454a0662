package io.nephoscope.rest;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.Transport;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.http.Way;
import io.nephoscope.http.rest.RestCall;
import io.nephoscope.http.rest.RestClient;
import io.nephoscope.http.rest.RestFailures;
import io.nephoscope.http.rest.Service;
import io.nephoscope.http.rest.Settings;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A source that a service file describes. */
final class RestProvider implements Provider {
    private final Service service;
    private final List<AssetType> types;
    private final SortedMap<String, String> described;
    private final Consumer<Text> trace;
    private final Map<Way, Transport> transports = new LinkedHashMap<>();

    /**
     * @param described the texts of the files, by name
     * @param trace told of each request and of what came back
     */
    RestProvider(Service service, List<AssetType> types, SortedMap<String, String> described, Consumer<Text> trace) {
        this.service = service;
        this.types = List.copyOf(types);
        this.described = Collections.unmodifiableSortedMap(described);
        this.trace = trace;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public List<AssetType> types() {
        return types;
    }

    @Override
    public SortedMap<String, String> described() {
        return described;
    }

    @Override
    public List<Setting> settings() {
        Stream<Setting> own =
                service.settings().stream().filter(it -> !it.isSecret()).map(it -> new Setting(it.name(), help(it)));
        return Stream.concat(own, Way.SETTINGS.stream()).toList();
    }

    private static String help(Settings.Setting setting) {
        return setting.example().isEmpty() ? setting.ask() : setting.ask() + ", as " + setting.example();
    }

    @Override
    public List<CredentialField> credentialFields() {
        return service.settings().stream()
                .filter(Settings.Setting::isSecret)
                .map(it -> new CredentialField(it.name(), variable(it.name()), it.ask()))
                .toList();
    }

    /** {@code apiToken} of wallgate is kept in {@code WALLGATE_API_TOKEN}. */
    private String variable(String setting) {
        return (service.name() + "_" + setting.replace('-', '_').replaceAll("([a-z0-9])([A-Z])", "$1_$2"))
                .toUpperCase(Locale.ROOT);
    }

    @Override
    public List<Operation> connecting(Target target) {
        return account().map(RestCall::operation).stream().toList();
    }

    private Optional<RestCall> account() {
        return service.account().map(it -> service.call(it.call()));
    }

    /** What its manual calls the permissions, one a line: a source that nobody knows has no language to grant them in. */
    @Override
    public Optional<String> policy(Target target, Collection<Operation> operations) {
        TreeSet<String> permissions = new TreeSet<>();
        operations.forEach(operation -> permissions.add(operation.permission()));
        permissions.remove("");
        return permissions.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", permissions));
    }

    @Override
    public Text reading(Operation operation) {
        return service.calls().stream()
                .filter(call -> call.operation().call().equals(operation.call()))
                .findFirst()
                .map(call -> call.read().isEmpty()
                        ? Text.of("it is a GET: {0}", "它是 GET 请求：{0}", call.request())
                        : Text.of("{0}: {1}", "{0}：{1}", call.request(), call.read()))
                .orElseGet(() -> Provider.super.reading(operation));
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        Way way = Way.to(target);
        Map<String, String> settings = settings(target, way);
        List<String> secrets = service.settings().stream()
                .filter(Settings.Setting::isSecret)
                .flatMap(it -> Optional.ofNullable(settings.get(it.name())).stream())
                .toList();
        RestClient client = client(target, way, settings, gateway);
        Failure.Reader failures = new RestFailures(service, secrets);
        Scope unnamed = new Scope(target.branch(), target.label(), Scope.GLOBAL);
        Site first = Site.of(name(), unnamed, client, failures, gateway);
        Optional<RestCall> whoAmI = account();
        if (whoAmI.isEmpty()) {
            return new Reached(first, regions(target), Optional.empty(), way.recordedAt(Optional.empty()));
        }
        RestClient.Answer me = ask(target, first, whoAmI.get());
        String id = String.valueOf(
                Paths.get(me.result(), service.account().orElseThrow().id()));
        Site site = Site.of(name(), new Scope(target.branch(), id, Scope.GLOBAL), client, failures, gateway)
                .signedInBy(whoAmI.get().operation(), () -> whoAmI.get().send(client, Scope.GLOBAL, Map.of()));
        Optional<Instant> said = time(me.reply());
        return new Reached(site, regions(target), way.isReplayed() ? Optional.empty() : said, way.recordedAt(said));
    }

    private RestClient client(Target target, Way way, Map<String, String> settings, Gateway gateway)
            throws TargetException {
        try {
            Service asked = way.isReplayed() ? service.withoutSession() : service;
            return RestClient.of(asked, transport(target, way, gateway), settings, Clock.systemUTC(), trace);
        } catch (IllegalArgumentException e) {
            throw new TargetException(
                    target.says(Text.of(
                            "the settings make no address of {0}; write it as https://name.example:8443.",
                            "这些设置无法构成 {0} 的地址；请写作 https://name.example:8443。", service.title())),
                    e);
        }
    }

    /** The gateway's deadline comes first, and this one ends what it gave up. */
    private synchronized Transport transport(Target target, Way way, Gateway gateway) throws TargetException {
        Transport shared = transports.get(way);
        if (shared == null) {
            Transport opened = way.open(target, gateway.deadline().plusSeconds(1));
            shared = request -> traced(opened, request);
            transports.put(way, shared);
        }
        return shared;
    }

    private Reply traced(Transport opened, Request request) throws IOException, InterruptedException {
        try {
            Reply reply = opened.send(request);
            trace.accept(Text.of(
                    "{0}: {1}, {2} characters",
                    "{0}：{1}，{2} 个字符",
                    Secrets.mask(Secrets.maskKnown(request.toString())),
                    reply.status(),
                    reply.text().length()));
            return reply;
        } catch (IOException | UnusableAnswer e) {
            trace.accept(
                    Text.of("{0}: {1}", "{0}：{1}", Secrets.mask(Secrets.maskKnown(request.toString())), Said.by(e)));
            throw e;
        }
    }

    private Map<String, String> settings(Target target, Way way) throws TargetException {
        Credentials kept =
                way.isReplayed() ? Credentials.NONE : target.credentials().read();
        Map<String, String> all = new LinkedHashMap<>();
        for (Settings.Setting setting : service.settings()) {
            if (!setting.isSecret()) {
                all.put(
                        setting.name(),
                        target.setting(setting.name())
                                .orElseThrow(() -> new TargetException(target.says(Text.of(
                                        "the setting {0} is missing ({1}); add it.",
                                        "缺少设置 {0}（{1}）；请补上。", setting.name(), help(setting))))));
            } else if (way.isReplayed()) {
                all.put(setting.name(), "none");
            } else {
                String secret = kept.get(setting.name())
                        .orElseThrow(() -> new TargetException(target.says(Text.of(
                                "{0} is missing ({1}); set {2}, or say under credentials where it is kept.",
                                "缺少 {0}（{1}）；请设置 {2}，或在 credentials 中写明保存位置。",
                                setting.name(),
                                setting.ask(),
                                variable(setting.name())))));
                Secrets.know(secret);
                all.put(setting.name(), secret);
            }
        }
        return all;
    }

    private RestClient.Answer ask(Target target, Site site, RestCall whoAmI) throws TargetException {
        Outcome<RestClient.Answer> answer = whoAmI.ask(site, Map.of());
        if (!(answer instanceof Outcome.Value<RestClient.Answer> known)) {
            Cause cause = answer.cause("", "");
            throw new TargetException(
                    target.says(Text.of(
                            "{0} did not say whose account this is ({1}: {2}); check the address, the credentials and the"
                                    + " certificates.",
                            "{0} 未确认账号（{1}：{2}）；请检查地址、凭证和证书。",
                            service.title(),
                            whoAmI.operation().call(),
                            cause.message())),
                    cause);
        }
        String path = service.account().orElseThrow().id();
        Object id = Paths.get(known.value().result(), path);
        if (!(id instanceof String || id instanceof Long) || id.equals("")) {
            throw new TargetException(target.says(Text.of(
                    "what answered does not name an account ({0}), and so is not {1}; check the address and the proxy.",
                    "应答方未给出账号（{0}），因此不是 {1}；请检查地址和代理。", path, service.title())));
        }
        return known.value();
    }

    private List<String> regions(Target target) {
        if (service.regions().isEmpty()) {
            return List.of(Scope.GLOBAL);
        }
        return target.regions().isEmpty() ? service.regions() : target.regions();
    }

    /** What time the source says it is; a date that cannot be read is none. */
    private static Optional<Instant> time(Reply reply) {
        return reply.header("date").flatMap(date -> {
            try {
                return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private record Reached(Site account, List<String> known, Optional<Instant> reachedAt, Optional<Instant> recordedAt)
            implements Connection {
        @Override
        public Outcome<List<String>> regions() {
            return Outcome.value(known);
        }

        @Override
        public void close() {}
    }
}
