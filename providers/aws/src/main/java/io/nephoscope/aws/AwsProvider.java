package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsClients;
import io.nephoscope.aws.sdk.AwsEndpoint;
import io.nephoscope.aws.sdk.AwsFailures;
import io.nephoscope.aws.sdk.AwsRoute;
import io.nephoscope.http.ProxySetting;
import io.nephoscope.http.SettingException;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Provider.Setting.Holds;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.types.TypeFiles;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Amazon Web Services, in every partition. */
public final class AwsProvider implements Provider {
    private static final String DEFAULT_REGION = "us-east-1";

    private final Map<AwsRoute, AwsClients> clients = new HashMap<>();
    private final Lazy<List<AssetType>> types = new Lazy<>(() -> TypeFiles.of(new AwsTypes()));

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public List<AssetType> types() {
        return types.get();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("profile", "profile of the shared AWS configuration files"),
                new Setting(AssumedRoles.ROLE, "role to assume, as arn:aws:iam::123456789012:role/Audit"),
                new Setting(AssumedRoles.SOURCE_ROLE, "role from which the other is assumed"),
                new Setting("external-id", "external id that the role's trust policy asks for", Holds.SECRET),
                new Setting(
                        AssumedRoles.MEMBER_ROLE,
                        "name of the role to assume in each account of the AWS organisation, all of which are read then"),
                new Setting(
                        "endpoint-url",
                        "endpoint in place of every service's own; {service} and {region} in it stand for their names,"
                                + " as in https://{service}.{region}.cloud.example"),
                new Setting("ca", "PEM file of authorities to believe besides the known ones", Holds.FILE_TO_READ),
                new Setting("proxy", "proxy through which calls go, as http://proxy.example:3128"));
    }

    /** Without variables of their own: the SDK looks for its own by itself. */
    @Override
    public List<CredentialField> credentialFields() {
        return List.of(
                new CredentialField(CallerCredentials.ACCESS_KEY, "", "id of the access key"),
                new CredentialField(CallerCredentials.SECRET_KEY, "", "secret access key"),
                new CredentialField(CallerCredentials.SESSION_TOKEN, "", "session token of temporary credentials"));
    }

    @Override
    public List<Operation> discovering(Target target) {
        return target.setting(AssumedRoles.MEMBER_ROLE).isEmpty()
                ? List.of()
                : Stream.concat(connecting(target).stream(), Members.OPERATIONS.stream())
                        .toList();
    }

    @Override
    public List<Target> accounts(Target target, Gateway gateway) throws TargetException {
        Optional<String> role = target.setting(AssumedRoles.MEMBER_ROLE);
        if (role.isEmpty()) {
            return List.of(target);
        }
        try (Connection caller = connect(target, gateway)) {
            return Members.of(target, caller.account(), role.get());
        }
    }

    @Override
    public List<Operation> connecting(Target target) {
        return AssumedRoles.isAssumed(target)
                ? List.of(RoleSource.ASSUME.operation(), CallerIdentity.GET.operation())
                : List.of(CallerIdentity.GET.operation());
    }

    @Override
    public List<Operation> askingRegions() {
        return List.of(AwsConnection.REGIONS.operation());
    }

    @Override
    public Optional<String> policy(Target target, Collection<Operation> operations) {
        return IamPolicyText.granting(operations, AssumedRoles.toAllow(target));
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        Optional<String> closed = target.setting(Members.CLOSED);
        if (closed.isPresent()) {
            throw TargetException.closed(Text.of(
                    "{0}: the account is closed ({1}), and not read.",
                    "{0}：该账号已关闭（{1}），未读取。", target.label(), closed.get()));
        }
        AwsClients shared = clients(target, gateway);
        Credentials given = target.credentials().read();
        Failure.Reader failures = failures(target, given);
        String home = homeRegion(target);
        Function<AwsCredentialsProvider, Site> unnamed = caller -> Site.of(
                name(),
                new Scope(target.branch(), target.label(), Scope.GLOBAL),
                new AwsAccount(shared, caller, home, "aws", target.regions()),
                failures,
                gateway);
        CallerCredentials credentials = new CallerCredentials(target, given, unnamed);
        try {
            return connect(target, gateway, shared, home, unnamed, credentials, failures);
        } catch (TargetException | RuntimeException e) {
            credentials.close();
            throw e;
        }
    }

    /** Accounts on the same route share their clients. */
    private AwsClients clients(Target target, Gateway gateway) throws TargetException {
        try {
            AwsRoute route = new AwsRoute(
                    endpoint(target),
                    target.setting("ca").filter(file -> !file.isEmpty()).map(target.base()::resolve),
                    proxy(target));
            synchronized (clients) {
                AwsClients known = clients.get(route);
                if (known == null) {
                    known = route.clients(gateway.deadline().plusSeconds(1));
                    clients.put(route, known);
                }
                return known;
            }
        } catch (SettingException e) {
            throw new TargetException(target.says(e.text()), e);
        }
    }

    private static Optional<ProxySetting> proxy(Target target) throws SettingException {
        Optional<String> given = target.setting("proxy").filter(proxy -> !proxy.isEmpty());
        return given.isPresent() ? Optional.of(ProxySetting.parse(given.get())) : Optional.empty();
    }

    private Connection connect(
            Target target,
            Gateway gateway,
            AwsClients shared,
            String home,
            Function<AwsCredentialsProvider, Site> unnamed,
            CallerCredentials credentials,
            Failure.Reader failures)
            throws TargetException {
        Outcome<GetCallerIdentityResponse> caller = CallerIdentity.GET.at(unnamed.apply(credentials.provider()), "");
        if (!(caller instanceof Outcome.Value<GetCallerIdentityResponse> known)) {
            Cause cause = caller.cause("", "");
            throw new TargetException(
                    Text.of(
                            "{0}: AWS did not say who we are ({1});"
                                    + " check the credentials, the clock, the region and the endpoint.",
                            "{0}：AWS 未确认调用者身份（{1}）；请检查凭证、时钟、区域和服务端点。", target.label(), cause.message()),
                    cause);
        }
        String account = known.value().account();
        String[] arn = String.valueOf(known.value().arn()).split(":", 3);
        if (account == null || account.isEmpty() || arn.length < 3 || arn[1].isEmpty()) {
            throw new TargetException(Text.of(
                    "{0}: what answered does not name an account, and so is not AWS; check the endpoint and the proxy.",
                    "{0}：应答方未给出账号，因此不是 AWS；请检查服务端点和代理。", target.label()));
        }
        Scope scope = new Scope(target.branch(), account, Scope.GLOBAL);
        String partition = arn[1];
        AwsAccount reached = new AwsAccount(
                shared, credentials.provider(), Partition.homeRegion(partition, home), partition, target.regions());
        Site whole = CallerIdentity.GET.proving(Site.of(name(), scope, reached, failures, gateway), "");
        return new AwsConnection(target, whole, credentials, time(known.value()));
    }

    /** Who refuses may repeat what was sent, and an external id is a secret. */
    private static Failure.Reader failures(Target target, Credentials given) {
        String externalId = target.setting("external-id").orElse("");
        Secrets.know(externalId);
        Failure.Reader reader = given.hiding(new AwsFailures());
        return error -> {
            Failure failure = reader.read(error);
            return externalId.isEmpty()
                    ? failure
                    : failure.saying(failure.message().map(words -> words.replace(externalId, Secrets.REDACTED)));
        };
    }

    /** What time AWS says it is; a date that cannot be read is none. */
    private static Optional<Instant> time(GetCallerIdentityResponse answer) {
        return answer.sdkHttpResponse().firstMatchingHeader("Date").flatMap(date -> {
            try {
                return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<AwsEndpoint> endpoint(Target target) throws TargetException {
        Optional<String> setting = target.setting("endpoint-url").filter(url -> !url.isEmpty());
        try {
            return setting.isPresent() ? setting.map(AwsEndpoint::new) : AwsEndpoint.ofEnvironment();
        } catch (IllegalArgumentException e) {
            throw new TargetException(
                    Text.of(
                            "{0}: {1} is not an address such as https://cloud.example:8443.",
                            "{0}：{1} 不是形如 https://cloud.example:8443 的地址。",
                            target.label(),
                            setting.isPresent()
                                    ? Text.of("the setting endpoint-url", "设置 endpoint-url")
                                    : "AWS_ENDPOINT_URL"),
                    e);
        }
    }

    /** Where to begin: the first region asked for, the profile's, the user's own default, or the oldest region of all. */
    private static String homeRegion(Target target) {
        if (!target.regions().isEmpty()) {
            return target.regions().get(0);
        }
        try {
            return target.setting("profile")
                    .flatMap(ProfileFile.defaultProfileFile()::profile)
                    .flatMap(profile -> profile.property(ProfileProperty.REGION))
                    .orElseGet(() ->
                            new DefaultAwsRegionProviderChain().getRegion().id());
        } catch (RuntimeException e) {
            // None is set, or the files in which one would be cannot be read: the credentials will tell.
            return DEFAULT_REGION;
        }
    }

    @Override
    public void warmUp() {
        WarmUp.run(types());
    }

    @Override
    public void close() {
        clients.values().forEach(AwsClients::close);
    }
}
