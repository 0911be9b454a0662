package io.nephoscope.aws;

import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** STS as the SDK knows it where it renews a role's credentials: the one call that this takes, sent through the gateway. */
final class RoleSource implements StsClient {
    static final AwsCall<StsClient, AssumeRoleRequest, AssumeRoleResponse> ASSUME = Services.STS.read(
            "AssumeRole",
            holding(
                    "Credentials.AccessKeyId",
                    "Credentials.SecretAccessKey",
                    "Credentials.SessionToken",
                    "Credentials.Expiration"),
            StsClient::assumeRole);

    private final Site caller;
    private volatile Cause last = new Cause("", Status.FAILED, "", Text.EMPTY);

    /** @param caller who assumes the role */
    RoleSource(Site caller) {
        this.caller = caller;
    }

    /** @throws SdkClientException whose message is AWS's own words, with an error of input and output where no answer came */
    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        Outcome<AssumeRoleResponse> answer = ASSUME.at(caller, request);
        if (answer instanceof Outcome.Value<AssumeRoleResponse> assumed) {
            return assumed.value();
        }
        Cause cause = answer.cause("", "");
        last = cause;
        throw SdkClientException.create(
                cause.message().en(),
                answer instanceof Outcome.Denied
                        ? null
                        : new IOException(cause.message().en()));
    }

    /** Why the role was not given when it was asked for last. */
    Cause why() {
        return last;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The clients behind the gateway are shared.
    }
}
