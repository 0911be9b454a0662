package io.nephoscope.aws;

import static io.nephoscope.aws.Services.LAMBDA;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Schema;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;

/**
 * Functions of Lambda, each in the version that is being worked on. A function URL is open to the public only where the policy
 * allows it too, so that the policy decides.
 */
final class LambdaFunction {
    /** Lambda hands out 50 functions a page, whatever more is asked for. */
    private static final AwsCall<LambdaClient, Page, ListFunctionsResponse> LIST = LAMBDA.read(
            "ListFunctions",
            holding("Functions").each("FunctionName", "FunctionArn"),
            (lambda, page) -> lambda.listFunctions(list -> list.maxItems(50).marker(page.token())));

    private static final AwsCall<LambdaClient, String, GetPolicyResponse> POLICY = LAMBDA.read(
                    "GetPolicy",
                    holding("Policy"),
                    (LambdaClient lambda, String function) -> lambda.getPolicy(get -> get.functionName(function)))
            .absentOn("ResourceNotFoundException");

    private static final AwsCall<LambdaClient, String, ListTagsResponse> TAGS = LAMBDA.read(
            "ListTags",
            Proof.nothing("a function without tags may be answered without Tags"),
            (lambda, arn) -> lambda.listTags(list -> list.resource(arn)));

    static final AssetType TYPE = AssetType.named("aws.lambda.function", "Lambda function", Kinds.FUNCTION)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.lambda.function", FunctionConfiguration::builder),
                    ListFunctionsResponse::functions,
                    ListFunctionsResponse::nextMarker))
            .nativeId("FunctionName")
            .tags(Tags.TAGS)
            .redact("Environment.Variables")
            .detail(Tags.detail(
                    Tags.TAGS, TAGS, Schema.mapOf(Schema.Scalar.STRING), "FunctionArn", ListTagsResponse::tags))
            .detail(AwsDetail.ofPolicy("Policy", POLICY, "FunctionName", GetPolicyResponse::policy))
            .facet("public", function -> publicAccess(function).isPublic(), "FunctionArn", "Policy")
            .facet("publicBy", function -> publicAccess(function).ways(), "FunctionArn", "Policy")
            .build();

    private LambdaFunction() {}

    private static PublicAccess publicAccess(Attributes function) {
        return PublicGrants.of(function.get("Policy"), function.get("FunctionArn"));
    }
}
