package io.nephoscope.aws;

import static io.nephoscope.aws.Services.LAMBDA;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema;
import java.util.function.Consumer;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;

/** Functions of Lambda, each in the version that is being worked on. */
final class LambdaFunction {
    private static final AwsCall<LambdaClient, Page, ListFunctionsResponse> LIST = list(ask -> {});

    /** Every version of every function, by what each is called. */
    static final AwsCall<LambdaClient, Page, ListFunctionsResponse> VERSIONS =
            list(ask -> ask.functionVersion(FunctionVersion.ALL));

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
            .detail(FunctionPolicies.own())
            .detail(FunctionPolicies.ofAliases())
            .detail(FunctionPolicies.ofVersions())
            .detail(FunctionPolicies.urls())
            .door("policy of the function", FunctionPolicies.OWN)
            .door("policies of its aliases", FunctionPolicies.OF_ALIASES)
            .door("policies of its versions", FunctionPolicies.OF_VERSIONS)
            .door("function URLs", FunctionPolicies.URLS)
            .facet("public", function -> FunctionAccess.of(function).isPublic(), FunctionAccess.INPUTS)
            .seldom(FunctionPolicies.URLS)
            .facet("publicBy", function -> FunctionAccess.of(function).ways(), FunctionAccess.INPUTS)
            .seldom(FunctionPolicies.URLS)
            .build();

    private LambdaFunction() {}

    /** Lambda hands out 50 functions a page, whatever more is asked for. */
    private static AwsCall<LambdaClient, Page, ListFunctionsResponse> list(
            Consumer<ListFunctionsRequest.Builder> asking) {
        return LAMBDA.list(
                "ListFunctions",
                holding("Functions").each("FunctionName", "FunctionArn"),
                Defaults.NARROW_NOTHING,
                (lambda, page) -> lambda.listFunctions(
                        ask -> asking.accept(ask.maxItems(50).marker(page.token()))));
    }
}
