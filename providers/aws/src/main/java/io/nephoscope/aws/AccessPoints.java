package io.nephoscope.aws;

import static io.nephoscope.aws.Services.S3_CONTROL;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.EstablishedMultiRegionAccessPointPolicy;
import software.amazon.awssdk.services.s3control.model.GetAccessPointPolicyResponse;
import software.amazon.awssdk.services.s3control.model.GetAccessPointResponse;
import software.amazon.awssdk.services.s3control.model.GetMultiRegionAccessPointPolicyResponse;
import software.amazon.awssdk.services.s3control.model.ListAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.ListMultiRegionAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/**
 * The access points of the account that lead to a bucket, each with a policy and a block of public access of its own. One that takes
 * requests from a VPC only is no way for the public, and is asked nothing further. An Object Lambda access point leads to objects
 * through an access point of these, and lets nobody at more than that one does.
 */
final class AccessPoints {
    static final String ONE_REGION = "AccessPoints";
    static final String MANY_REGIONS = "MultiRegionAccessPoints";
    /** Only the account that has made an access point can list it. */
    static final String OF_OTHERS = "AccessPointsOfOtherAccounts";

    static final String ARN = "AccessPointArn";
    static final String NAME = "Name";
    static final String POLICY = "Policy";
    static final String BLOCK = "PublicAccessBlockConfiguration";
    private static final String ORIGIN = "NetworkOrigin";
    private static final String INTERNET = "Internet";

    /** Whatever is asked about access points of many regions is asked there, and only the partition {@code aws} has any. */
    private static final String HOME_OF_MANY_REGIONS = "us-west-2";

    private static final AwsCall<S3ControlClient, Of, GetAccessPointResponse> SETTINGS = S3_CONTROL.read(
            "GetAccessPoint",
            "s3:GetAccessPoint",
            holding("Name", "NetworkOrigin"),
            (s3, of) -> s3.getAccessPoint(get -> get.accountId(of.account()).name(of.point())));

    private static final AwsCall<S3ControlClient, Of, GetAccessPointPolicyResponse> GET_POLICY = S3_CONTROL
            .read(
                    "GetAccessPointPolicy",
                    "s3:GetAccessPointPolicy",
                    holding("Policy"),
                    (S3ControlClient s3, Of of) -> s3.getAccessPointPolicy(
                            get -> get.accountId(of.account()).name(of.point())))
            .absentOn("NoSuchAccessPointPolicy");

    private static final AwsCall<S3ControlClient, Of, GetMultiRegionAccessPointPolicyResponse> GET_POLICY_OF_MANY =
            S3_CONTROL
                    .read(
                            "GetMultiRegionAccessPointPolicy",
                            "s3:GetMultiRegionAccessPointPolicy",
                            holding("Policy"),
                            (S3ControlClient s3, Of of) -> s3.getMultiRegionAccessPointPolicy(
                                    get -> get.accountId(of.account()).name(of.point())))
                    .absentOn("NoSuchMultiRegionAccessPointPolicy");

    private static final Schema ITEMS = Schema.listOf(Schema.struct(
            "aws.s3.bucket.AccessPoint",
            NAME,
            Schema.Scalar.STRING,
            ARN,
            Schema.Scalar.STRING,
            ORIGIN,
            Schema.Scalar.STRING,
            POLICY,
            Schema.Scalar.DYN,
            BLOCK,
            SdkDocs.schema("aws.s3.bucket.AccessPoint." + BLOCK, PublicAccessBlockConfiguration::builder)));

    private AccessPoints() {}

    /** An access point by its name. */
    private record Of(String account, String point) {}

    private static AwsCall<S3ControlClient, Page, ListAccessPointsResponse> listIn(String account) {
        return S3_CONTROL.read(
                "ListAccessPoints",
                "s3:ListAccessPoints",
                holding("AccessPointList").each("Name", "NetworkOrigin", "Bucket"),
                (s3, page) -> s3.listAccessPoints(
                        list -> list.accountId(account).maxResults(1_000).nextToken(page.token())));
    }

    private static AwsCall<S3ControlClient, Page, ListMultiRegionAccessPointsResponse> listOfManyIn(String account) {
        return S3_CONTROL.read(
                "ListMultiRegionAccessPoints",
                "s3:ListMultiRegionAccessPoints",
                holding("AccessPoints").each("Name"),
                (s3, page) -> s3.listMultiRegionAccessPoints(
                        list -> list.accountId(account).maxResults(100).nextToken(page.token())));
    }

    /** Those of the bucket's own region, which must be known: one listing serves all buckets there. */
    static Detail inOneRegion(String attribute) {
        return new Detail(
                attribute,
                ITEMS,
                List.of(
                        listIn("").operation().per(Per.REGION),
                        GET_POLICY.operation().per(Per.NAMED),
                        SETTINGS.operation().per(Per.NAMED)),
                (site, bucket) -> bucket.get("BucketRegion") instanceof Unknown nowhere
                        ? Outcome.without(nowhere.causes().get(0))
                        : inOneRegion(site, bucket.text("Name")));
    }

    private static Outcome<DocList> inOneRegion(Site site, String bucket) {
        return all(
                        listIn(site.scope().account()),
                        site,
                        ListAccessPointsResponse::accessPointList,
                        ListAccessPointsResponse::nextToken,
                        NAME,
                        ORIGIN,
                        "Bucket")
                .map(points -> DocList.copyOf(points.stream()
                        .filter(point -> point.text("Bucket").equals(bucket))
                        .map(point -> inOneRegion(site, point.text(NAME), point.text(ORIGIN)))
                        .toList()));
    }

    private static Doc inOneRegion(Site site, String name, String origin) {
        String region = site.scope().region();
        Doc point = Doc.of(NAME, name, ARN, arn(site, region, name), ORIGIN, origin);
        if (!origin.equals(INTERNET)) {
            return point;
        }
        Of of = new Of(site.scope().account(), name);
        Object policy = GET_POLICY
                .at(site, of)
                .then(answer -> PolicyText.document(GET_POLICY, answer.policy()))
                .toField();
        return policy == Absent.ABSENT
                ? point
                : point.with(POLICY, policy)
                        .with(
                                BLOCK,
                                SETTINGS.at(site, of)
                                        .map(answer -> SdkDocs.of(answer).get(BLOCK))
                                        .toField());
    }

    /** Those that lead to buckets in several regions: one listing serves the account. */
    static Detail inManyRegions(String attribute) {
        return new Detail(
                attribute,
                ITEMS,
                List.of(
                        listOfManyIn("").operation().per(Per.ACCOUNT),
                        GET_POLICY_OF_MANY.operation().per(Per.NAMED)),
                (site, bucket) -> site.client(AwsAccount.class).partition().equals("aws")
                        ? inManyRegions(site.in(HOME_OF_MANY_REGIONS), bucket.text("Name"))
                        : Outcome.absent());
    }

    private static Outcome<DocList> inManyRegions(Site site, String bucket) {
        return all(
                        listOfManyIn(site.scope().account()),
                        site,
                        ListMultiRegionAccessPointsResponse::accessPoints,
                        ListMultiRegionAccessPointsResponse::nextToken,
                        NAME,
                        "Alias",
                        "Regions")
                .map(points -> DocList.copyOf(points.stream()
                        .filter(point -> point.list("Regions")
                                .docs()
                                .anyMatch(region -> region.text("Bucket").equals(bucket)))
                        .map(point -> inManyRegions(site, point))
                        .toList()));
    }

    private static Doc inManyRegions(Site site, Doc point) {
        Of of = new Of(site.scope().account(), point.text(NAME));
        return Doc.of(
                NAME,
                of.point(),
                ARN,
                arn(site, "", point.text("Alias")),
                ORIGIN,
                INTERNET,
                POLICY,
                GET_POLICY_OF_MANY
                        .onceAt(site, of)
                        .then(AccessPoints::established)
                        .toField(),
                BLOCK,
                point.get("PublicAccessBlock"));
    }

    /** A policy that is only proposed is not in force. */
    private static Outcome<Object> established(GetMultiRegionAccessPointPolicyResponse answer) {
        if (answer.policy() == null) {
            return GET_POLICY_OF_MANY.unusable(
                    Text.of("the answer leaves out the policy that was asked for", "应答缺少所请求的策略"));
        }
        EstablishedMultiRegionAccessPointPolicy inForce = answer.policy().established();
        return inForce == null || inForce.policy() == null || inForce.policy().isEmpty()
                ? Outcome.absent()
                : PolicyText.document(GET_POLICY_OF_MANY, inForce.policy());
    }

    /** Those of other accounts, which only these can list. */
    static Detail ofOthers(String attribute) {
        return Detail.withoutApi(attribute, ITEMS, Text.of("access points of other accounts", "其他账号的接入点"));
    }

    /** Every access point that the call lists, each with what it cannot be judged without. */
    private static <O> Outcome<List<Doc>> all(
            AwsCall<S3ControlClient, Page, O> call,
            Site site,
            Function<O, ? extends List<? extends SdkPojo>> items,
            AwsListing.Next<O> next,
            String... required) {
        return AwsListing.allOf(site.scope().account(), call, site, items, next)
                .then(points -> points.stream()
                                .allMatch(point -> List.of(required).stream().allMatch(point::has))
                        ? Outcome.value(points)
                        : call.unusable(Text.of(
                                "the answer has an access point without {0}",
                                "应答中有一个接入点缺少 {0}", String.join(", ", required))));
    }

    private static String arn(Site site, String region, String name) {
        return String.join(
                ":",
                "arn",
                site.client(AwsAccount.class).partition(),
                "s3",
                region,
                site.scope().account(),
                "accesspoint/" + name);
    }
}
