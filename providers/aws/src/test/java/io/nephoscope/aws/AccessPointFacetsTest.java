package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.denied;
import static io.nephoscope.aws.Fields.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPointFacetsTest {
    private static final AssetType TYPE = Declared.type("aws.s3.bucket");
    private static final String OWN = "123456789012";
    private static final String OTHER = "210987654321";
    private static final String ARN = "arn:aws:s3:eu-west-1:" + OWN + ":accesspoint/harbour";
    private static final Unknown UNTOLD =
            Unknown.because(new Cause("", Status.NO_API, "", Text.quoted("access points")));
    private static final Doc BUCKET =
            Doc.of("Name", "pool", "BucketAccountId", OWN, "AccessPointsOfOtherAccounts", UNTOLD);
    private static final Doc FOR_ANYONE = json("{'Statement':{'Sid':'Open','Effect':'Allow','Principal':'*',"
            + "'Action':'s3:GetObject','Resource':'" + ARN + "/object/*'}}");
    private static final Doc RESTRICTS = json("{'RestrictPublicBuckets':true}");

    /** A policy that leaves to access points who may read. */
    private static Doc leftTo(String condition) {
        return json("{'Statement':{'Effect':'Allow','Principal':'*','Action':'*',"
                + "'Resource':['arn:aws:s3:::pool','arn:aws:s3:::pool/*'],'Condition':{" + condition + "}}}");
    }

    private static Doc leftToAccount(String account) {
        return leftTo("'StringEquals':{'s3:DataAccessPointAccount':'" + account + "'}");
    }

    private static Doc point(Object policy) {
        return Doc.of("Name", "harbour", "AccessPointArn", ARN, "NetworkOrigin", "Internet", "Policy", policy);
    }

    private static Object isPublic(Doc bucket) {
        return TYPE.facetsOf(bucket).get("public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessPoints", "MultiRegionAccessPoints"})
    void aBucketIsPublicThroughAnAccessPointWhereBothPoliciesLetAnyoneIn(String attribute) {
        Doc left = BUCKET.with("Policy", leftToAccount(OWN));
        Doc open = left.with(attribute, DocList.of(point(FOR_ANYONE)));
        assertThat(isPublic(open)).isEqualTo(true);
        assertThat(TYPE.facetsOf(open).get("publicBy"))
                .asString()
                .startsWith("[access point harbour: policy statement Open lets ");
        assertThat(isPublic(left.with(attribute, DocList.empty()))).isEqualTo(false);
        assertThat(isPublic(BUCKET.with(attribute, DocList.of(point(FOR_ANYONE)))))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:eu-west-1:123456789012:accesspoint/*'}",
                "'StringEquals':{'s3:DataAccessPointAccount':'123456789012','s3:AccessPointNetworkOrigin':'Internet'}",
                "'StringLike':{'s3:DataAccessPointArn':'*/harbour'}",
            })
    void everyWayToNameTheAccessPointCounts(String condition) {
        assertThat(isPublic(BUCKET.with("Policy", leftTo(condition))
                        .with("AccessPointsOfOtherAccounts", DocList.empty())
                        .with("AccessPoints", DocList.of(point(FOR_ANYONE)))))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'StringEquals':{'s3:DataAccessPointArn':'arn:aws:s3:eu-west-1:123456789012:accesspoint/quay'}",
                "'StringEquals':{'s3:DataAccessPointAccount':'123456789012','s3:AccessPointNetworkOrigin':'VPC'}",
                "'StringEquals':{'s3:DataAccessPointAccount':'123456789012','aws:PrincipalOrgID':'o-1'}",
            })
    void whoComesByAnAccessPointThatTheBucketDoesNotNameIsNotLetIn(String condition) {
        assertThat(isPublic(
                        BUCKET.with("Policy", leftTo(condition)).with("AccessPoints", DocList.of(point(FOR_ANYONE)))))
                .isEqualTo(false);
    }

    @Test
    void anAccessPointForAnOrganisationIsNotPublic() {
        Doc organisation = json("{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'"
                + ARN + "/object/*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}}");
        assertThat(isPublic(BUCKET.with("Policy", leftToAccount(OWN))
                        .with("AccessPoints", DocList.of(point(organisation)))))
                .isEqualTo(false);
    }

    @Test
    void eachLevelOfTheBlockShutsAccessPoints() {
        Doc open = BUCKET.with("Policy", leftToAccount(OWN));
        assertThat(isPublic(open.with(
                        "AccessPoints",
                        DocList.of(point(FOR_ANYONE).with("PublicAccessBlockConfiguration", RESTRICTS)))))
                .isEqualTo(false);
        Doc through = open.with("AccessPoints", DocList.of(point(FOR_ANYONE)));
        assertThat(isPublic(through.with("PublicAccessBlockConfiguration", RESTRICTS)))
                .isEqualTo(false);
        assertThat(isPublic(through.with("AccountPublicAccessBlockConfiguration", RESTRICTS)))
                .isEqualTo(false);
    }

    @Test
    void unreadAccessPointsMatterOnlyWhereTheBucketLeavesItToThem() {
        Object unread = denied("s3control:ListAccessPoints");
        assertThat(isPublic(BUCKET.with("AccessPoints", unread))).isEqualTo(false);
        assertThat(isPublic(BUCKET.with("AccessPoints", unread).with("Policy", leftToAccount(OWN))))
                .isEqualTo(unread);
        assertThat(isPublic(BUCKET.with("Policy", leftToAccount(OWN))
                        .with("AccessPoints", DocList.of(point(denied("s3control:GetAccessPointPolicy"))))))
                .isEqualTo(denied("s3control:GetAccessPointPolicy"));
        assertThat(isPublic(BUCKET.with("Policy", leftToAccount(OWN))
                        .with(
                                "AccessPoints",
                                DocList.of(point(FOR_ANYONE)
                                        .with("PublicAccessBlockConfiguration", denied("s3control:GetAccessPoint"))))))
                .isEqualTo(denied("s3control:GetAccessPoint"));
    }

    @Test
    void whatAccessPointsOfAnotherAccountLetInIsUnknownWhereTheBucketLeavesItToThem() {
        assertThat(isPublic(BUCKET.with("Policy", leftToAccount(OTHER)))).isEqualTo(UNTOLD);
        assertThat(isPublic(BUCKET.with("Policy", leftToAccount(OWN)))).isEqualTo(false);
        assertThat(isPublic(BUCKET.with(
                        "Policy",
                        leftTo("'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:*:" + OWN + ":accesspoint/*'}"))))
                .isEqualTo(false);
        assertThat(isPublic(BUCKET.with(
                        "Policy",
                        leftTo("'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:*:" + OTHER + ":accesspoint/*'}"))))
                .isEqualTo(UNTOLD);
        assertThat(isPublic(BUCKET.with("Policy", leftToAccount(OTHER))
                        .with("AccessPointsOfOtherAccounts", DocList.empty())))
                .isEqualTo(false);
    }

    @Test
    void aPolicyThatWasNotReadIsTheOnlyThingThatIsMissing() {
        Object unread = denied("s3:GetBucketPolicy");
        assertThat(isPublic(BUCKET.with("Policy", unread))).isEqualTo(unread);
    }
}
