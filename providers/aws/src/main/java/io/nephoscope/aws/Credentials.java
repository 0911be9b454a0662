package io.nephoscope.aws;

import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * With whose credentials an account is read: the SDK's default chain or a profile, and from there a role where one is named. The
 * role is assumed with {@code sts:AssumeRole} by the SDK itself, which renews it, and so not through the gateway.
 */
final class Credentials {
    private static final String SESSION = "nephoscope";

    private Credentials() {}

    static AwsCredentialsProvider of(Target target, String region) throws TargetException {
        Optional<String> profile = target.setting("profile");
        if (profile.isPresent()) {
            ProfileFile known = ProfileFile.defaultProfileFile();
            if (known.profile(profile.get()).isEmpty()) {
                throw new TargetException("There is no AWS profile " + profile.get() + "; the configuration files know "
                        + (known.profiles().isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        known.profiles().keySet().stream()
                                                .sorted()
                                                .toList()))
                        + ".");
            }
        }
        AwsCredentialsProvider base = DefaultCredentialsProvider.builder()
                .profileName(profile.orElse(null))
                .build();
        resolve(
                base,
                "No AWS credentials were found for " + target.label()
                        + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile");
        Optional<String> role = target.setting("role-arn");
        if (role.isEmpty()) {
            return base;
        }
        AwsCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts(target, base, region))
                .refreshRequest(request -> request.roleArn(role.get())
                        .roleSessionName(SESSION)
                        .externalId(target.setting("external-id").orElse(null)))
                .build();
        resolve(assumed, "The role " + role.get() + " cannot be assumed: check its trust policy and the external id");
        return assumed;
    }

    private static StsClient sts(Target target, AwsCredentialsProvider base, String region) {
        StsClientBuilder builder = StsClient.builder().region(Region.of(region)).credentialsProvider(base);
        target.setting("endpoint-url").map(URI::create).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static void resolve(AwsCredentialsProvider provider, String sentence) throws TargetException {
        try {
            provider.resolveCredentials();
        } catch (AwsServiceException e) {
            throw new TargetException(sentence + " (" + e.awsErrorDetails().errorMessage() + ").", e);
        } catch (SdkException e) {
            // The SDK's own words list every place where it looked, over many lines.
            throw new TargetException(sentence + ".", e);
        }
    }
}
