package io.nephoscope.aws;

import static io.nephoscope.aws.Services.LAMBDA;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

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

    /** Every version of every function, by what each is called. Lambda hands out 50 a page, whatever more is asked for. */
    private static final AwsCall<LambdaClient, Page, ListFunctionsResponse> VERSIONS = LAMBDA.list(
            "ListFunctions",
            holding("Functions").each(FUNCTION, "FunctionArn"),
            Defaults.NARROW_NOTHING,
            (lambda, page) -> lambda.listFunctions(list ->
                    list.functionVersion(FunctionVersion.ALL).maxItems(50).marker(page.token())));

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

    static Detail ofAliases(String attribute) {
        return qualified(attribute, aliases("").operation().per(Per.ASSET), (site, function) -> {
            AwsCall<LambdaClient, Page, ListAliasesResponse> call = aliases(function);
            return AwsListing.ofOne(call, site, ListAliasesResponse::aliases, ListAliasesResponse::nextMarker)
                    .then(all -> names(call, all.docs().toList(), "Name"));
        });
    }

    /**
     * One listing tells the versions of every function of a region, each function's latest among them, and calls each by its version. An
     * endpoint that does not know how to list versions answers with functions as they are called without: that proves nothing of them.
     */
    static Detail ofVersions(String attribute) {
        return qualified(
                attribute,
                VERSIONS.operation().per(Per.REGION),
                (site, function) -> versionsByFunction(site).then(all -> {
                    List<Doc> listed = all.getOrDefault(function, List.of());
                    if (listed.isEmpty()) {
                        return VERSIONS.unusable(Text.of("the answer does not have this function", "应答中没有该函数"));
                    }
                    return listed.stream().anyMatch(FunctionPolicies::isCalledByItsVersion)
                            ? names(VERSIONS, listed, "Version")
                            : VERSIONS.unusable(
                                    Text.of("the answer lists functions and not their versions", "应答列出的是函数而不是其版本"));
                }));
    }

    private static boolean isCalledByItsVersion(Doc version) {
        return version.text("FunctionArn").endsWith(":" + version.text("Version"));
    }

    private static Outcome<Map<String, List<Doc>>> versionsByFunction(Site site) {
        return site.once(
                VERSIONS.operation(),
                "versions by function",
                () -> AwsListing.allDocs(
                                "versions",
                                VERSIONS,
                                site,
                                FunctionPolicies::versions,
                                ListFunctionsResponse::nextMarker)
                        .map(all -> all.stream().collect(Collectors.groupingBy(version -> version.text(FUNCTION)))));
    }

    /** No more of each than what it is called. */
    private static List<Doc> versions(ListFunctionsResponse page) {
        return page.functions().stream()
                .map(it -> it == null
                        ? Doc.empty()
                        : SdkDocs.of(FunctionConfiguration.builder()
                                .functionName(it.functionName())
                                .functionArn(it.functionArn())
                                .version(it.version())
                                .build()))
                .toList();
    }

    private static Outcome<List<String>> names(AwsCall<?, ?, ?> call, List<Doc> items, String named) {
        return items.stream().allMatch(item -> item.has(named))
                ? Outcome.value(items.stream()
                        .map(item -> item.text(named))
                        .filter(qualifier -> !qualifier.equals(LATEST))
                        .toList())
                : call.unusable(Text.of("the answer has an item without its {0}", "应答中有一项缺少 {0}", named));
    }

    /** @param qualifiers the names by which a function is called beside its own */
    private static Detail qualified(
            String attribute, Use listed, BiFunction<Site, String, Outcome<List<String>>> qualifiers) {
        List<Use> uses = List.of(listed, policy("").operation().per(Per.NAMED));
        return new Detail(attribute, ITEMS, uses, (site, asset) -> {
            String function = asset.text(FUNCTION);
            return qualifiers
                    .apply(site, function)
                    .map(all -> DocList.copyOf(all.stream()
                            .map(qualifier -> policy(site, function, qualifier))
                            .toList()));
        });
    }

    private static Doc policy(Site site, String function, String qualifier) {
        AwsCall<LambdaClient, String, GetPolicyResponse> call = policy(qualifier);
        return Doc.of(
                QUALIFIER,
                qualifier,
                POLICY,
                call.at(site, function)
                        .then(answer -> PolicyText.document(call, answer.policy()))
                        .toField());
    }
}
