package io.nephoscope.aws;

import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whom a scan reaches. Who asks may always ask which account it is, and with which identity. */
final class CallerIdentity {
    static final AwsCall<StsClient, String, GetCallerIdentityResponse> GET = Services.STS.read(
            "GetCallerIdentity", "", holding("Account", "Arn"), (sts, nothing) -> sts.getCallerIdentity());

    private CallerIdentity() {}
}
