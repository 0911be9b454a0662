package io.nephoscope.aws;

import static io.nephoscope.aws.Services.S3_CONTROL;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Use.Per;
import java.util.List;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** What the account as a whole lets no bucket of it do ({@code s3control:GetPublicAccessBlock}), asked once for all of them. */
final class AccountPublicAccessBlock {
    /** How S3 says that neither an account nor a bucket has such a setting: nothing is blocked there. */
    static final String NONE = "NoSuchPublicAccessBlockConfiguration";

    /** S3 names all four, those that nobody ever set among them. */
    static final Proof ALL_FOUR = Proof.holding(
            "PublicAccessBlockConfiguration.BlockPublicAcls",
            "PublicAccessBlockConfiguration.IgnorePublicAcls",
            "PublicAccessBlockConfiguration.BlockPublicPolicy",
            "PublicAccessBlockConfiguration.RestrictPublicBuckets");

    private static final AwsCall<S3ControlClient, String, GetPublicAccessBlockResponse> GET = S3_CONTROL
            .read(
                    "GetPublicAccessBlock",
                    "s3:GetAccountPublicAccessBlock",
                    ALL_FOUR,
                    (S3ControlClient s3, String account) -> s3.getPublicAccessBlock(get -> get.accountId(account)))
            .absentOn(NONE);

    private AccountPublicAccessBlock() {}

    /** The setting as an attribute of whatever belongs to the account. */
    static Detail as(String attribute) {
        return new Detail(
                attribute,
                SdkDocs.schema(attribute, PublicAccessBlockConfiguration::builder),
                List.of(GET.operation().per(Per.ACCOUNT)),
                (site, asset) -> GET.onceAt(site.in(Scope.GLOBAL), site.scope().account())
                        .map(answer -> SdkDocs.of(answer.publicAccessBlockConfiguration())));
    }
}
