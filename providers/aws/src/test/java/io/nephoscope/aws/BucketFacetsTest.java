package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.denied;
import static io.nephoscope.aws.Fields.json;
import static io.nephoscope.aws.Fields.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketFacetsTest {
    private static final AssetType TYPE = Declared.type("aws.s3.bucket");
    private static final Doc BUCKET = Doc.of("Name", "pool");
    private static final Doc PUBLIC_POLICY = json(
            "{'Statement':{'Sid':'Open','Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::pool/*'}}");
    private static final Doc OWNERS_ACL =
            json("{'Grants':[{'Grantee':{'Type':'CanonicalUser','ID':'79a59d'},'Permission':'FULL_CONTROL'}]}");
    private static final Doc PUBLIC_ACL = acl("http://acs.amazonaws.com/groups/global/AllUsers", "READ");
    private static final Doc ENFORCED = json("{'Rules':[{'ObjectOwnership':'BucketOwnerEnforced'}]}");
    private static final Doc PREFERRED = json("{'Rules':[{'ObjectOwnership':'BucketOwnerPreferred'}]}");

    @Test
    void aGroupThatNobodyKnowsMayBeAnyoneAndTheOneThatDeliversLogsIsNot() {
        String groups = "http://acs.amazonaws.com/groups/";
        assertThat(isPublic(BUCKET.with("Acl", acl(groups + "global/Everyone", "READ"))))
                .isInstanceOf(Unknown.class);
        assertThat(isPublic(BUCKET.with("Acl", acl(groups.replace("http:", "https:") + "global/AllUsers", "READ"))))
                .isInstanceOf(Unknown.class);
        assertThat(isPublic(BUCKET.with("Acl", acl(groups + "s3/LogDelivery", "WRITE"))))
                .isEqualTo(false);
    }

    private static Doc acl(String group, String permission) {
        return json(
                "{'Grants':[{'Grantee':{'Type':'Group','URI':'" + group + "'},'Permission':'" + permission + "'}]}");
    }

    private static Doc on(String... settings) {
        Doc block = json("{'BlockPublicAcls':false,'IgnorePublicAcls':false,'BlockPublicPolicy':false,"
                + "'RestrictPublicBuckets':false}");
        for (String setting : settings) {
            block = block.with(setting, true);
        }
        return block;
    }

    private static Object isPublic(Doc bucket) {
        return TYPE.facetsOf(bucket).get("public");
    }

    private static Object ways(Doc bucket) {
        return TYPE.facetsOf(bucket).get("publicBy");
    }

    @Test
    void aBucketWithoutPolicyAndWithAnAclForItsOwnerIsNotPublic() {
        Doc bucket = BUCKET.with("Acl", OWNERS_ACL);
        assertThat(isPublic(bucket)).isEqualTo(false);
        assertThat(ways(bucket)).isEqualTo(DocList.empty());
    }

    @Test
    void policyAndAclEachOpenTheBucket() {
        Doc bucket = BUCKET.with("Policy", PUBLIC_POLICY).with("Acl", PUBLIC_ACL);
        assertThat(isPublic(bucket)).isEqualTo(true);
        assertThat(ways(bucket))
                .isEqualTo(DocList.of(
                        "policy statement Open lets anyone on the Internet s3:GetObject", "ACL grants AllUsers READ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"READ", "WRITE", "READ_ACP", "WRITE_ACP", "FULL_CONTROL"})
    void anyGrantToEverybodyOrToEverybodyWithAnAccountIsPublic(String permission) {
        assertThat(isPublic(BUCKET.with("Acl", acl("http://acs.amazonaws.com/groups/global/AllUsers", permission))))
                .isEqualTo(true);
        assertThat(ways(BUCKET.with(
                        "Acl", acl("http://acs.amazonaws.com/groups/global/AuthenticatedUsers", permission))))
                .isEqualTo(DocList.of("ACL grants AuthenticatedUsers " + permission));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PublicAccessBlockConfiguration", "AccountPublicAccessBlockConfiguration"})
    void ignoringPublicAclsClosesTheAclWhereverItIsSet(String level) {
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL).with(level, on("IgnorePublicAcls"))))
                .isEqualTo(false);
        assertThat(isPublic(BUCKET.with("Policy", PUBLIC_POLICY).with(level, on("IgnorePublicAcls"))))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PublicAccessBlockConfiguration", "AccountPublicAccessBlockConfiguration"})
    void restrictingPublicBucketsClosesThePolicyWhereverItIsSet(String level) {
        assertThat(isPublic(BUCKET.with("Policy", PUBLIC_POLICY).with(level, on("RestrictPublicBuckets"))))
                .isEqualTo(false);
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL).with(level, on("RestrictPublicBuckets"))))
                .isEqualTo(true);
    }

    @Test
    void whatRefusesNewGrantsOnlyDoesNotCloseTheOldOnes() {
        Doc block = on("BlockPublicAcls", "BlockPublicPolicy");
        assertThat(isPublic(BUCKET.with("Policy", PUBLIC_POLICY).with("PublicAccessBlockConfiguration", block)))
                .isEqualTo(true);
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL).with("AccountPublicAccessBlockConfiguration", block)))
                .isEqualTo(true);
    }

    @Test
    void anAclDoesNothingWhereTheOwnerIsEnforced() {
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL).with("OwnershipControls", ENFORCED)))
                .isEqualTo(false);
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL).with("OwnershipControls", PREFERRED)))
                .isEqualTo(true);
        assertThat(isPublic(BUCKET.with("Policy", PUBLIC_POLICY).with("OwnershipControls", ENFORCED)))
                .isEqualTo(true);
    }

    @Test
    void oneKnownWayIsEnoughWhateverElseWasDenied() {
        Unknown acl = denied("s3:GetBucketAcl");
        Doc bucket = BUCKET.with("Policy", PUBLIC_POLICY).with("Acl", acl);
        assertThat(isPublic(bucket)).isEqualTo(true);
        assertThat(ways(bucket))
                .isEqualTo(DocList.of("policy statement Open lets anyone on the Internet s3:GetObject", acl));
    }

    @Test
    void anUnreadPolicyOrAclLeavesTheAnswerOpen() {
        assertThat(isPublic(BUCKET.with("Acl", OWNERS_ACL).with("Policy", denied("s3:GetBucketPolicy"))))
                .isEqualTo(denied("s3:GetBucketPolicy"));
        assertThat(isPublic(BUCKET.with("Acl", denied("s3:GetBucketAcl")).with("Policy", denied("s3:GetBucketPolicy"))))
                .isEqualTo(denied("s3:GetBucketAcl").and(denied("s3:GetBucketPolicy")));
    }

    @Test
    void whatIsKnownToCloseAWayAnswersForWhatWasNotRead() {
        Doc unread = BUCKET.with("Policy", denied("s3:GetBucketPolicy")).with("Acl", denied("s3:GetBucketAcl"));
        assertThat(isPublic(unread.with(
                        "AccountPublicAccessBlockConfiguration", on("IgnorePublicAcls", "RestrictPublicBuckets"))))
                .isEqualTo(false);
        assertThat(isPublic(unread.with("PublicAccessBlockConfiguration", on("RestrictPublicBuckets"))
                        .with("OwnershipControls", ENFORCED)
                        .with("AccountPublicAccessBlockConfiguration", denied("s3control:GetPublicAccessBlock"))))
                .isEqualTo(false);
    }

    @Test
    void aWayThatAnUnreadBlockMayCloseIsUnknown() {
        Unknown account = denied("s3control:GetPublicAccessBlock");
        assertThat(isPublic(
                        BUCKET.with("Policy", PUBLIC_POLICY).with("AccountPublicAccessBlockConfiguration", account)))
                .isEqualTo(account);
        assertThat(isPublic(BUCKET.with("Acl", OWNERS_ACL).with("AccountPublicAccessBlockConfiguration", account)))
                .as("nothing is there to be closed")
                .isEqualTo(false);
    }

    @Test
    void whatNobodyIsLetInByIsNotAskedWhetherItIsShut() {
        Doc bucket = BUCKET.with("Acl", OWNERS_ACL);
        assertThat(reads(TYPE, "public", bucket))
                .containsExactlyInAnyOrder("AccountPublicAccessBlockConfiguration", "Acl", "Name", "Policy");
        assertThat(reads(TYPE, "public", BUCKET.with("Acl", PUBLIC_ACL)))
                .contains("OwnershipControls", "PublicAccessBlockConfiguration");
        assertThat(reads(TYPE, "public", BUCKET.with("Acl", PUBLIC_ACL).with("OwnershipControls", ENFORCED)))
                .doesNotContain("PublicAccessBlockConfiguration");
    }

    @Test
    void whatTheAccountBlocksIsNotAskedOfTheBucket() {
        Doc bucket = BUCKET.with("Acl", PUBLIC_ACL)
                .with("Policy", PUBLIC_POLICY)
                .with(
                        "AccountPublicAccessBlockConfiguration",
                        on("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"));
        assertThat(isPublic(bucket)).isEqualTo(false);
        assertThat(reads(TYPE, "public", bucket)).containsExactly("AccountPublicAccessBlockConfiguration");
        assertThat(reads(TYPE, "publicAccessBlock", bucket)).containsExactly("AccountPublicAccessBlockConfiguration");
        assertThat(TYPE.facetsOf(bucket).get("publicAccessBlock"))
                .isEqualTo(bucket.get("AccountPublicAccessBlockConfiguration"));
    }

    @Test
    void aSettingIsInForceWhereTheBucketOrTheAccountTurnsItOn() {
        Unknown denied = denied("s3:GetPublicAccessBlock");
        Doc account = BUCKET.with("AccountPublicAccessBlockConfiguration", on("BlockPublicAcls"));
        assertThat(TYPE.facetsOf(account.with("PublicAccessBlockConfiguration", on("BlockPublicPolicy")))
                        .get("publicAccessBlock"))
                .isEqualTo(on("BlockPublicAcls", "BlockPublicPolicy"));
        assertThat(TYPE.facetsOf(account.with("PublicAccessBlockConfiguration", denied))
                        .doc("publicAccessBlock"))
                .isEqualTo(Doc.of(
                        "BlockPublicAcls",
                        true,
                        "IgnorePublicAcls",
                        denied,
                        "BlockPublicPolicy",
                        denied,
                        "RestrictPublicBuckets",
                        denied));
        assertThat(TYPE.facetsOf(BUCKET).get("publicAccessBlock")).isEqualTo(on());
    }

    @Test
    void anAclThatUnreadOwnershipMayDisableIsUnknown() {
        Unknown ownership = denied("s3:GetBucketOwnershipControls");
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL).with("OwnershipControls", ownership)))
                .isEqualTo(ownership);
        assertThat(isPublic(BUCKET.with("Acl", PUBLIC_ACL)
                        .with("OwnershipControls", ownership)
                        .with("PublicAccessBlockConfiguration", on("IgnorePublicAcls"))))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Owner':{'ID':'79a59df9'}}",
                "{'Grants':'all'}",
                "{'Grants':['all']}",
                "{'Grants':[{}]}",
                "{'Grants':[{'Grantee':'everyone','Permission':'READ'}]}",
                "{'Grants':[{'Grantee':{'Type':'Group'},'Permission':'READ'}]}",
                "{'Grants':[{'Grantee':{'Type':'CanonicalUser','ID':'79a59df9'}}]}",
                "{'Grants':[{'Grantee':{'Type':'CanonicalUser','ID':'79a59df9'},'Permission':'EVERYTHING'}]}",
                "{'Grants':[{'Grantee':{'URI':['http://acs.amazonaws.com/groups/global/AllUsers']}}]}",
            })
    void anAclThatDoesNotSayToWhomOrWhatMayOpenTheBucket(String acl) {
        Doc bucket = BUCKET.with("Acl", json(acl));
        assertThat(isPublic(bucket)).isInstanceOf(Unknown.class);
        assertThat(isPublic(bucket.with("Policy", PUBLIC_POLICY))).isEqualTo(true);
        assertThat(isPublic(bucket.with("OwnershipControls", ENFORCED))).isEqualTo(false);
    }

    @Test
    void anAclThatGrantsNothingOpensNothing() {
        assertThat(isPublic(BUCKET.with("Acl", json("{'Grants':[]}")))).isEqualTo(false);
    }

    @Test
    void insecureTransportIsDeniedByThePolicyOfTheBucketsOwnName() {
        Doc policy = json("{'Statement':[{'Effect':'Deny','Principal':'*','Action':'s3:*',"
                + "'Resource':['arn:aws:s3:::pool','arn:aws:s3:::pool/*'],"
                + "'Condition':{'Bool':{'aws:SecureTransport':'false'}}}]}");
        assertThat(TYPE.facetsOf(BUCKET.with("Policy", policy)).get("insecureTransportDenied"))
                .isEqualTo(true);
        assertThat(TYPE.facetsOf(Doc.of("Name", "sea", "Policy", policy)).get("insecureTransportDenied"))
                .isEqualTo(false);
    }

    @Test
    void accessIsLoggedWhereTheLogsGoSomewhere() {
        assertThat(TYPE.facetsOf(BUCKET.with("LoggingEnabled", Doc.of("TargetBucket", "logs", "TargetPrefix", "")))
                        .get("accessLogged"))
                .isEqualTo(true);
        assertThat(TYPE.facetsOf(BUCKET).get("accessLogged")).isEqualTo(false);
        assertThat(TYPE.facetsOf(BUCKET.with("LoggingEnabled", denied("s3:GetBucketLogging")))
                        .get("accessLogged"))
                .isEqualTo(denied("s3:GetBucketLogging"));
    }

    @Test
    void aBucketWhoseVersioningIsSuspendedIsNotVersioned() {
        assertThat(TYPE.facetsOf(BUCKET.with("Versioning", Doc.of("Status", "Suspended")))
                        .get("versioned"))
                .isEqualTo(false);
        assertThat(TYPE.facetsOf(BUCKET.with("Versioning", Doc.of("Status", "Enabled")))
                        .get("versioned"))
                .isEqualTo(true);
    }
}
