package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsClients;
import io.nephoscope.aws.sdk.AwsFailures;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.gateway.Gateway;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Amazon Web Services, in every partition. */
public final class AwsProvider implements Provider {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final AwsCall<StsClient, String, GetCallerIdentityResponse> WHO_AM_I =
            Services.STS.read("GetCallerIdentity", (sts, nothing) -> sts.getCallerIdentity());

    private final Map<String, AwsClients> clients = new ConcurrentHashMap<>();

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
                new Setting("endpoint-url", "endpoint in place of every service's own"));
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        String endpoint = target.setting("endpoint-url").orElse("");
        AwsClients shared = clients.computeIfAbsent(
                endpoint, url -> new AwsClients(url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url))));
        String home = homeRegion(target);
        AwsCredentialsProvider credentials = Credentials.of(target, home);
        Scope unnamed = new Scope(target.tenant(), target.label(), Scope.GLOBAL);
        AwsAccount before = new AwsAccount(shared, credentials, home, "aws", target.regions());
        Outcome<GetCallerIdentityResponse> caller =
                WHO_AM_I.at(Site.of(name(), unnamed, before, new AwsFailures(), gateway), "");
        if (!(caller instanceof Outcome.Value<GetCallerIdentityResponse> known)) {
            throw new TargetException(target.label() + ": AWS did not say who we are ("
                    + caller.cause("", "").message()
                    + "); check the credentials, the region and the endpoint.");
        }
        String partition = known.value().arn().split(":", 3)[1];
        Scope scope = new Scope(target.tenant(), known.value().account(), Scope.GLOBAL);
        AwsAccount account =
                new AwsAccount(shared, credentials, Partition.homeRegion(partition, home), partition, target.regions());
        return new AwsConnection(target, Site.of(name(), scope, account, new AwsFailures(), gateway));
    }

    /** Where to begin: the first region asked for, the user's own default, or the oldest region of all. */
    private static String homeRegion(Target target) {
        if (!target.regions().isEmpty()) {
            return target.regions().get(0);
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(target.setting("profile").orElse(null))
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            return DEFAULT_REGION;
        }
    }

    @Override
    public void close() {
        clients.values().forEach(AwsClients::close);
    }
}
