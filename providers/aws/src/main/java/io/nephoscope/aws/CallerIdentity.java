package io.nephoscope.aws;

import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Operation;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whom a scan reaches. Who asks may always ask which account it is, and with which identity. */
final class CallerIdentity {
    static final AwsCall<StsClient, String, GetCallerIdentityResponse> GET = new AwsCall<>(
            Services.STS,
            Operation.of("sts", "GetCallerIdentity", "")
                    .proven(holding("Account", "Arn"))
                    .narrowed(Defaults.NARROW_NOTHING),
            (sts, nothing) -> sts.getCallerIdentity());

    private CallerIdentity() {}
}
