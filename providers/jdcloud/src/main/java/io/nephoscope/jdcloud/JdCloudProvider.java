package io.nephoscope.jdcloud;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.http.Transport;
import io.nephoscope.http.Way;
import io.nephoscope.http.rest.RestClient;
import io.nephoscope.http.rest.RestFailures;
import io.nephoscope.http.rest.Signers;
import io.nephoscope.http.s3.S3Client;
import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.types.TypeFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JD Cloud, the public one and installations of one's own. */
public final class JdCloudProvider implements Provider {
    private static final Lazy<List<AssetType>> TYPES = new Lazy<>(() -> TypeFiles.of(new JdCloudTypes()));

    /** Accounts that are reached in the same way share connections. */
    private final Map<Way, Transport> transports = new HashMap<>();

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String name() {
        return "jdcloud";
    }

    @Override
    public List<AssetType> types() {
        return TYPES.get();
    }

    @Override
    public List<Setting> settings() {
        return Settings.ALL;
    }

    @Override
    public List<CredentialField> credentialFields() {
        return Settings.CREDENTIALS;
    }

    @Override
    public List<Operation> connecting(Target target) {
        return List.of(JdCloudTypes.WHO_AM_I.operation());
    }

    /** A policy of IAM, as its editor takes it. */
    @Override
    public Optional<String> policy(Target target, Collection<Operation> operations) {
        List<String> actions = operations.stream()
                .map(Operation::permission)
                .filter(permission -> !permission.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        Doc statement = Doc.of("Effect", "Allow", "Action", DocList.copyOf(actions), "Resource", DocList.of("*"));
        return Optional.of(json(Doc.of("Version", "3", "Statement", DocList.of(statement))));
    }

    private static String json(Doc document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            out.setPrettyPrinter(DocJson.layout());
            DocJson.write(out, document, "", (path, unknown) -> {});
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        Settings settings = new Settings(target);
        JdEndpoints endpoints = settings.endpoints();
        List<String> regions = Settings.regions(target, endpoints);
        AccessKey key = settings.key();
        Transport transport = transport(target, gateway.deadline());
        Clock clock = Clock.systemUTC();
        Signers signers = JdCloudTypes.SERVICE.auth().signers(Settings.ofService(key));
        RestClient rest = new RestClient(
                JdCloudTypes.SERVICE,
                transport,
                endpoints::api,
                (service, region) -> signers.of(service, region.isEmpty() ? endpoints.signedRegion(service) : region),
                Map.of(),
                clock);
        JdAccount client = new JdAccount(rest, new S3Client(transport, endpoints::of, key, clock), regions, clock);
        Failure.Reader failures =
                new RestFailures(JdCloudTypes.SERVICE, key.secrets().toList());
        Scope unnamed = new Scope(target.branch(), target.label(), Scope.GLOBAL);
        RestClient.Answer me = whoAmI(target, Site.of(name(), unnamed, client, failures, gateway));
        String id = id((Doc) me.result());
        if (id.isEmpty()) {
            throw new TargetException(target.says(Text.of(
                    "what answered does not name an account, and so is not JD Cloud; check the endpoint and the proxy.",
                    "应答方未给出账号，因此不是京东云；请检查服务端点和代理。")));
        }
        Scope scope = new Scope(target.branch(), id, Scope.GLOBAL);
        Site site = Site.of(name(), scope, client, failures, gateway)
                .signedInBy(
                        JdCloudTypes.WHO_AM_I.operation(),
                        () -> JdCloudTypes.WHO_AM_I.send(rest, Scope.GLOBAL, Map.of()));
        Way way = Way.to(target);
        Optional<Instant> said = time(me);
        return new Reached(site, regions, way.isReplayed() ? Optional.empty() : said, way.recordedAt(said));
    }

    /** The account's number; its name, as private installations have it, where there is none. */
    private static String id(Doc user) {
        return user.text("accountId").isEmpty() ? user.text("pin") : user.text("accountId");
    }

    /** The gateway's deadline comes first, and this one ends what it gave up. */
    private synchronized Transport transport(Target target, Duration deadline) throws TargetException {
        Way way = Way.to(target);
        Transport shared = transports.get(way);
        if (shared == null) {
            shared = way.open(target, deadline.plusSeconds(1));
            transports.put(way, shared);
        }
        return shared;
    }

    private static RestClient.Answer whoAmI(Target target, Site site) throws TargetException {
        Outcome<RestClient.Answer> answer = JdCloudTypes.WHO_AM_I.ask(site, Map.of());
        if (answer instanceof Outcome.Value<RestClient.Answer> known) {
            return known.value();
        }
        Cause cause = answer.cause("", "");
        Text mend = switch (cause.outcome()) {
            case DENIED -> Text.of("grant it {0}.", "请授予 {0}。", cause.permission());
            case SIGNED_OUT -> Text.of("check the key, its secret and the clock.", "请检查密钥、其私钥和时钟。");
            default -> Text.of("check the endpoint, the proxy and the certificates.", "请检查服务端点、代理和证书。");
        };
        throw new TargetException(
                target.says(Text.of(
                        "JD Cloud did not say whose access key this is ({0}); {1}",
                        "京东云未确认该访问密钥的所有者（{0}）；{1}", cause.message(), mend)),
                cause);
    }

    /** What time JD Cloud says it is; a date that cannot be read is none. */
    private static Optional<Instant> time(RestClient.Answer answer) {
        return answer.reply().header("date").flatMap(date -> {
            try {
                return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** An account that was reached. */
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
