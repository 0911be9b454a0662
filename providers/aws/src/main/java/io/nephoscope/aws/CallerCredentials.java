package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsFailures;
import io.nephoscope.aws.sdk.NoCredentials;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * With whose credentials an account is read: those that the target names, a profile or the SDK's default chain; and from there a role
 * where one is named, by way of another role where that is named too. A role is assumed with {@code sts:AssumeRole} when the SDK asks for that: once, and again before its credentials expire.
 */
final class CallerCredentials implements AutoCloseable {
    static final String ACCESS_KEY = "access-key";
    static final String SECRET_KEY = "secret-key";
    static final String SESSION_TOKEN = "session-token";
    private static final String SESSION = "nephoscope";

    /** What was opened, the last first. */
    private final Deque<SdkAutoCloseable> open = new ArrayDeque<>();

    private final Target target;
    private final Credentials given;
    private final Function<AwsCredentialsProvider, Site> caller;
    private final AwsCredentialsProvider provider;

    /**
     * Finds the credentials of a target, and tries them.
     *
     * @param given those that the target names; none for the provider's own ways
     * @param caller where calls go that are signed with some credentials, before it is known whose they are
     * @throws TargetException where there are none, or where the role cannot be assumed
     */
    CallerCredentials(Target target, Credentials given, Function<AwsCredentialsProvider, Site> caller)
            throws TargetException {
        this.target = target;
        this.given = given;
        this.caller = caller;
        try {
            provider = find();
        } catch (TargetException e) {
            close();
            throw e;
        }
    }

    AwsCredentialsProvider provider() {
        return provider;
    }

    private AwsCredentialsProvider find() throws TargetException {
        AwsCredentialsProvider found = base();
        for (String role : AssumedRoles.of(target)) {
            found = inRole(role, found);
        }
        return found;
    }

    private AwsCredentialsProvider base() throws TargetException {
        Optional<String> profile = target.setting("profile");
        if (!given.isEmpty()) {
            return ofFields();
        }
        return profile.isPresent() ? ofProfile(profile.get()) : ofDefaultChain();
    }

    private AwsCredentialsProvider ofFields() throws TargetException {
        String accessKey = given.require(target, ACCESS_KEY);
        String secretKey = given.require(target, SECRET_KEY);
        return StaticCredentialsProvider.create(given.get(SESSION_TOKEN)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(accessKey, secretKey, token))
                .orElseGet(() -> AwsBasicCredentials.create(accessKey, secretKey)));
    }

    private AwsCredentialsProvider inRole(String role, AwsCredentialsProvider base) throws TargetException {
        RoleSource source = new RoleSource(caller.apply(base));
        StsAssumeRoleCredentialsProvider assumed = opened(StsAssumeRoleCredentialsProvider.builder()
                .stsClient(source)
                .refreshRequest(request -> request.roleArn(role)
                        .roleSessionName(SESSION)
                        .externalId(target.setting("external-id").orElse(null)))
                .build());
        try {
            assumed.resolveCredentials();
        } catch (RuntimeException e) {
            throw new TargetException(
                    Text.of(
                            "{0}: the role {1} cannot be assumed: check its trust policy and the external id ({2}).",
                            "{0}：无法代入角色 {1}，请检查其信任策略和 external id（{2}）。",
                            target.label(),
                            role,
                            String.valueOf(e.getMessage())),
                    source.why());
        }
        return assumed;
    }

    /** The profile and nothing else: in the default chain, the environment's keys would come before it. */
    private AwsCredentialsProvider ofProfile(String profile) throws TargetException {
        check(profile);
        ProfileCredentialsProvider provider = opened(ProfileCredentialsProvider.create(profile));
        try {
            provider.resolveCredentials();
        } catch (RuntimeException e) {
            Failure why = new AwsFailures().read(new NoCredentials(String.valueOf(e.getMessage()), e));
            Status status = why.sort() == Failure.Sort.SIGNED_OUT ? Status.SIGNED_OUT : Status.FAILED;
            throw new TargetException(
                    Text.of(
                            "The AWS profile {0} gives no credentials ({1}).",
                            "AWS 配置文件中的 profile {0} 未给出凭证（{1}）。", profile, why.words()),
                    new Cause("", status, "", why.words()));
        }
        return provider;
    }

    private AwsCredentialsProvider ofDefaultChain() throws TargetException {
        DefaultCredentialsProvider provider =
                opened(DefaultCredentialsProvider.builder().build());
        try {
            provider.resolveCredentials();
        } catch (RuntimeException e) {
            // The SDK's own words list every place where it looked, over many lines.
            throw new TargetException(
                    Text.of(
                            "No AWS credentials were found for {0}:"
                                    + " set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile.",
                            "未找到 {0} 的 AWS 凭证：请设置 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或指定 profile。",
                            target.label()),
                    e);
        }
        return provider;
    }

    private <T extends SdkAutoCloseable> T opened(T closeable) {
        open.push(closeable);
        return closeable;
    }

    private static void check(String profile) throws TargetException {
        List<String> known;
        try {
            known = ProfileFile.defaultProfileFile().profiles().keySet().stream()
                    .sorted()
                    .toList();
        } catch (RuntimeException e) {
            throw new TargetException(
                    Text.of(
                            "The AWS configuration files cannot be read; mend them, or name no profile.",
                            "AWS 配置文件无法读取；请修正，或不指定 profile。"),
                    e);
        }
        if (!known.contains(profile)) {
            throw new TargetException(
                    known.isEmpty()
                            ? Text.of(
                                    "There is no AWS profile {0}; the configuration files know none.",
                                    "没有 AWS profile {0}；配置文件中没有任何 profile。", profile)
                            : Text.of(
                                    "There is no AWS profile {0}; the configuration files know {1}.",
                                    "没有 AWS profile {0}；配置文件中有 {1}。", profile, String.join(", ", known)));
        }
    }

    @Override
    public void close() {
        open.forEach(SdkAutoCloseable::close);
        open.clear();
    }
}
