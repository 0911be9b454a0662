package io.nephoscope.aws;

import static io.nephoscope.aws.Services.LAMBDA;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;

/**
 * The policies of a function: one for the function as it is worked on, and one for each alias and each version, which are called by
 * names of their own. What one of them grants says nothing of the others.
 */
final class FunctionPolicies {
    static final String OWN = "Policy";
    static final String OF_ALIASES = "AliasPolicies";
    static final String OF_VERSIONS = "VersionPolicies";
    static final String URLS = "FunctionUrlConfigs";
    static final String QUALIFIER = "Qualifier";
    static final String POLICY = "Policy";

    private static final String FUNCTION = "FunctionName";
    /** The version that is worked on, whose policy is the function's own. */
    static final String LATEST = "$LATEST";

    private static final Schema ITEMS = Schema.listOf(Schema.struct(
            "aws.lambda.function.QualifiedPolicy", QUALIFIER, Schema.Scalar.STRING, POLICY, Schema.Scalar.DYN));

    private FunctionPolicies() {}

    private static AwsCall<LambdaClient, String, GetPolicyResponse> policy(String qualifier) {
        return LAMBDA.read(
                        "GetPolicy",
                        holding("Policy"),
                        (LambdaClient lambda, String function) -> lambda.getPolicy(get -> {
                            get.functionName(function);
                            if (!qualifier.isEmpty()) {
                                get.qualifier(qualifier);
                            }
                        }))
                .absentOn("ResourceNotFoundException");
    }

    private static AwsCall<LambdaClient, Page, ListAliasesResponse> aliases(String function) {
        return LAMBDA.read(
                "ListAliases",
                holding("Aliases").each("Name"),
                (lambda, page) -> lambda.listAliases(
                        list -> list.functionName(function).maxItems(10_000).marker(page.token())));
    }

    private static AwsCall<LambdaClient, Page, ListVersionsByFunctionResponse> versions(String function) {
        return LAMBDA.read(
                "ListVersionsByFunction",
                holding("Versions").each("Version"),
                (lambda, page) -> lambda.listVersionsByFunction(
                        list -> list.functionName(function).maxItems(50).marker(page.token())));
    }

    private static AwsCall<LambdaClient, Page, ListFunctionUrlConfigsResponse> urls(String function) {
        return LAMBDA.read(
                "ListFunctionUrlConfigs",
                holding("FunctionUrlConfigs").each("FunctionArn", "AuthType"),
                (lambda, page) -> lambda.listFunctionUrlConfigs(
                        list -> list.functionName(function).maxItems(50).marker(page.token())));
    }

    static Detail own() {
        return AwsDetail.ofPolicy(OWN, policy(""), FUNCTION, GetPolicyResponse::policy);
    }

    static Detail ofAliases() {
        return qualified(
                OF_ALIASES,
                "Name",
                FunctionPolicies::aliases,
                ListAliasesResponse::aliases,
                ListAliasesResponse::nextMarker);
    }

    static Detail ofVersions() {
        return qualified(
                OF_VERSIONS,
                "Version",
                FunctionPolicies::versions,
                ListVersionsByFunctionResponse::versions,
                ListVersionsByFunctionResponse::nextMarker);
    }

    /** @param named what holds the qualifier of each item that the call lists */
    private static <O> Detail qualified(
            String attribute,
            String named,
            Function<String, AwsCall<LambdaClient, Page, O>> list,
            Function<O, ? extends List<? extends SdkPojo>> items,
            AwsListing.Next<O> next) {
        return new Detail(
                attribute,
                ITEMS,
                List.of(
                        list.apply("").operation().per(Per.ASSET),
                        policy("").operation().per(Per.NAMED)),
                (site, asset) -> {
                    String function = asset.text(FUNCTION);
                    AwsCall<LambdaClient, Page, O> call = list.apply(function);
                    return AwsListing.ofOne(call, site, items, next)
                            .then(all -> all.docs().allMatch(item -> item.has(named))
                                    ? Outcome.value(DocList.copyOf(all.docs()
                                            .map(item -> item.text(named))
                                            .filter(qualifier -> !qualifier.equals(LATEST))
                                            .map(qualifier -> policy(site, function, qualifier))
                                            .toList()))
                                    : call.unusable(
                                            Text.of("the answer has an item without its {0}", "应答中有一项缺少 {0}", named)));
                });
    }

    private static Doc policy(Site site, String function, String qualifier) {
        AwsCall<LambdaClient, String, GetPolicyResponse> call = policy(qualifier);
        return Doc.of(
                QUALIFIER,
                qualifier,
                POLICY,
                call.at(site, function)
                        .then(answer -> AwsDetail.json(call, answer.policy()))
                        .toField());
    }

    /** The function itself may have a URL, and each of its aliases; versions have none. */
    static Detail urls() {
        return new Detail(
                URLS,
                Schema.listOf(SdkDocs.schema("aws.lambda.function." + URLS, FunctionUrlConfig::builder)),
                List.of(urls("").operation().per(Per.ASSET)),
                (site, asset) -> {
                    AwsCall<LambdaClient, Page, ListFunctionUrlConfigsResponse> call = urls(asset.text(FUNCTION));
                    return AwsListing.ofOne(
                                    call,
                                    site,
                                    ListFunctionUrlConfigsResponse::functionUrlConfigs,
                                    ListFunctionUrlConfigsResponse::nextMarker)
                            .then(all -> all.docs().allMatch(url -> url.has("FunctionArn") && url.has("AuthType"))
                                    ? Outcome.value(all)
                                    : call.unusable(Text.of(
                                            "the answer has a URL without its FunctionArn or AuthType",
                                            "应答中有一个 URL 缺少 FunctionArn 或 AuthType")));
                });
    }
}
