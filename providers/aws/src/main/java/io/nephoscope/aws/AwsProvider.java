package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsClients;
import io.nephoscope.aws.sdk.AwsEndpoint;
import io.nephoscope.aws.sdk.AwsFailures;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Amazon Web Services, in every partition. */
public final class AwsProvider implements Provider {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final AwsCall<StsClient, String, GetCallerIdentityResponse> WHO_AM_I =
            Services.STS.read("GetCallerIdentity", "", (sts, nothing) -> sts.getCallerIdentity());

    private final Map<Optional<AwsEndpoint>, AwsClients> clients = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public List<AssetType> types() {
        return AwsTypes.ALL;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("profile", "profile of the shared AWS configuration files"),
                new Setting("role-arn", "role to assume, as arn:aws:iam::123456789012:role/Audit"),
                new Setting("external-id", "external id that the role's trust policy asks for"),
                new Setting(
                        "endpoint-url",
                        "endpoint in place of every service's own; {service} and {region} in it stand for their names,"
                                + " as in https://{service}.{region}.cloud.example"));
    }

    @Override
    public List<Operation> connecting(Target target) {
        return target.setting("role-arn").isPresent()
                ? List.of(RoleSource.ASSUME.operation(), WHO_AM_I.operation())
                : List.of(WHO_AM_I.operation());
    }

    @Override
    public List<Operation> askingRegions() {
        return List.of(AwsConnection.REGIONS.operation());
    }

    @Override
    public Optional<String> policy(Target target, Collection<Operation> operations) {
        return IamPolicyText.granting(operations, target.setting("role-arn"));
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        Optional<AwsEndpoint> endpoint = endpoint(target);
        AwsClients shared = clients.computeIfAbsent(
                endpoint, key -> new AwsClients(key, gateway.deadline().plusSeconds(1)));
        String home = homeRegion(target);
        Function<AwsCredentialsProvider, Site> unnamed = caller -> Site.of(
                name(),
                new Scope(target.tenant(), target.label(), Scope.GLOBAL),
                new AwsAccount(shared, caller, home, "aws", target.regions()),
                failures(target),
                gateway);
        Credentials credentials = new Credentials(target, unnamed);
        try {
            return connect(target, gateway, shared, home, unnamed, credentials);
        } catch (TargetException | RuntimeException e) {
            credentials.close();
            throw e;
        }
    }

    private Connection connect(
            Target target,
            Gateway gateway,
            AwsClients shared,
            String home,
            Function<AwsCredentialsProvider, Site> unnamed,
            Credentials credentials)
            throws TargetException {
        Outcome<GetCallerIdentityResponse> caller = WHO_AM_I.at(unnamed.apply(credentials.provider()), "");
        if (!(caller instanceof Outcome.Value<GetCallerIdentityResponse> known)) {
            throw new TargetException(target.label() + ": AWS did not say who we are ("
                    + caller.cause("", "").message()
                    + "); check the credentials, the clock, the region and the endpoint.");
        }
        String account = known.value().account();
        String[] arn = String.valueOf(known.value().arn()).split(":", 3);
        if (account == null || account.isEmpty() || arn.length < 3 || arn[1].isEmpty()) {
            throw new TargetException(target.label() + ": what answered does not name an account, and so is not AWS;"
                    + " check the endpoint and the proxy.");
        }
        Scope scope = new Scope(target.tenant(), account, Scope.GLOBAL);
        String partition = arn[1];
        AwsAccount reached = new AwsAccount(
                shared, credentials.provider(), Partition.homeRegion(partition, home), partition, target.regions());
        Site whole = Site.of(name(), scope, reached, failures(target), gateway);
        return new AwsConnection(target, whole, credentials, time(known.value()));
    }

    /** Who refuses may repeat what was sent, and an external id is a secret. */
    private static Failure.Reader failures(Target target) {
        String externalId = target.setting("external-id").orElse("");
        AwsFailures reader = new AwsFailures();
        return error -> {
            Failure failure = reader.read(error);
            String message =
                    externalId.isEmpty() ? failure.message() : failure.message().replace(externalId, Secrets.REDACTED);
            return new Failure(failure.sort(), failure.code(), message);
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
                    target.label() + ": " + (setting.isPresent() ? "the setting endpoint-url" : "AWS_ENDPOINT_URL")
                            + " is not an address such as https://cloud.example:8443.",
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
    public void close() {
        clients.values().forEach(AwsClients::close);
    }
}
