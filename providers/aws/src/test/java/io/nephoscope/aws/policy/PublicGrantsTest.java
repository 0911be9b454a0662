package io.nephoscope.aws.policy;

import static io.nephoscope.aws.policy.Policies.DENIED;
import static io.nephoscope.aws.policy.Policies.POOL;
import static io.nephoscope.aws.policy.Policies.allow;
import static io.nephoscope.aws.policy.Policies.allowIf;
import static io.nephoscope.aws.policy.Policies.deny;
import static io.nephoscope.aws.policy.Policies.isPublic;
import static io.nephoscope.aws.policy.Policies.json;
import static io.nephoscope.aws.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicGrantsTest {
    @Test
    void noPolicyLetsNobodyIn() {
        assertThat(isPublic(Absent.ABSENT)).isEqualTo(false);
    }

    @Test
    void aPolicyThatNobodyReadMayLetAnyoneIn() {
        PublicAccess access = PublicGrants.ofMany(DENIED, POOL);
        assertThat(access.isPublic()).isEqualTo(DENIED);
        assertThat(access.ways()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'*'",
                "{'AWS':'*'}",
                "{'AWS':['arn:aws:iam::123456789012:root','*']}",
                "{'Service':'s3.amazonaws.com','AWS':'*'}",
                "{'Federated':'graph.facebook.com'}",
            })
    void aStatementForAnyoneIsPublic(String principal) {
        assertThat(isPublic(policy(allow(principal)))).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'AWS':'arn:aws:iam::123456789012:root'}",
                "{'AWS':'123456789012'}",
                "{'AWS':123456789012}",
                "{'AWS':'AIDACKCEVSQ6C2EXAMPLE'}",
                "{'AWS':['arn:aws:iam::123456789012:role/a','AROACKCEVSQ6C2EXAMPLE']}",
                "{'CanonicalUser':'79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'}",
                "{'Service':['cloudtrail.amazonaws.com','logs.amazonaws.com']}",
                "{'Federated':'arn:aws:iam::123456789012:saml-provider/corp'}",
            })
    void aStatementForThoseItNamesIsNotPublic(String principal) {
        assertThat(isPublic(policy(allow(principal)))).isEqualTo(false);
    }

    @Test
    void everyoneButSomeIsStillThePublic() {
        PublicAccess access = PublicGrants.ofMany(
                policy(
                        "{'Sid':'Most','Effect':'Allow','NotPrincipal':{'AWS':'123456789012'},'Action':'s3:*','Resource':'*'}"),
                POOL);
        assertThat(access.isPublic()).isEqualTo(true);
        assertThat(access.ways())
                .isEqualTo(DocList.of("policy statement Most lets anyone on the Internet but 123456789012 s3:*"));
    }

    @Test
    void everyoneButEveryoneIsNobody() {
        assertThat(isPublic(policy("{'Effect':'Allow','NotPrincipal':'*','Action':'s3:*','Resource':'*'}")))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "{'StringEquals':{'AWS:PRINCIPALORGID':['o-abc123','o-def456']}}",
                "{'stringequals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "{'StringEquals':{'aws:PrincipalAccount':'123456789012'}}",
                "{'StringEquals':{'aws:PrincipalAccount':123456789012}}",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123/r-ab12/ou-ab12-*'}}",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':['o-abc123/*']}}",
                "{'ArnLike':{'aws:PrincipalArn':'arn:*:iam::123456789012:role/*'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:aws:iam::123456789012:role/*'}}",
                "{'ArnEquals':{'aws:SourceArn':'arn:aws:sns:*:123456789012:*'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::my-bucket'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:*:*:my-bucket'}}",
                "{'StringLike':{'aws:SourceArn':'arn:aws:s3:*:*:my-bucket'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::my-bucket/*'}}",
                "{'StringLike':{'aws:SourceArn':'arn:aws:cloudwatch:*:123456789012:alarm:*'}}",
                "{'StringLike':{'aws:SourceArn':'arn:*:*:*:123456789012:*'}}",
                "{'StringEquals':{'aws:SourceOrgID':'o-abc123'}}",
                "{'StringEquals':{'AWS:SourceOwner':'123456789012'}}",
                "{'StringEquals':{'aws:SourceAccount':['123456789012']}}",
                "{'StringEquals':{'aws:SourceVpc':'vpc-91237329'}}",
                "{'StringEqualsIgnoreCase':{'aws:SourceVpce':'vpce-1a2b3c4d'}}",
                "{'StringEquals':{'aws:SourceVpce':'*'}}",
                "{'IpAddress':{'aws:SourceIp':['203.0.113.0/24','2001:db8::/32','198.51.100.7']}}",
                "{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}",
                "{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'},'NotIpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/1']}}",
                "{'StringEquals':{'aws:SourceIp':'203.0.113.7'}}",
                "{'StringEquals':{'kms:CallerAccount':'123456789012','kms:ViaService':'ec2.eu-west-1.amazonaws.com'}}",
                "{'StringLike':{'aws:userid':'AROACKCEVSQ6C2EXAMPLE:*'}}",
                "{'StringLike':{'s3:DataAccessPointArn':'arn:aws:s3:us-west-2:123456789012:accesspoint/*'}}",
                "{'StringEquals':{'s3:DataAccessPointAccount':'123456789012'}}",
                "{'StringEquals':{'aws:Referer':'x','aws:SourceVpc':'vpc-91237329'}}",
                "{'Bool':{'aws:SecureTransport':'true'},'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
            })
    void aConditionThatPinsTheCallersRestricts(String condition) {
        assertThat(isPublic(policy(allowIf(condition)))).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Bool':{'aws:SecureTransport':'true'}}",
                "{'StringEquals':{'lambda:FunctionUrlAuthType':'NONE'}}",
                "{'StringLike':{'aws:Referer':'https://example.com/*'}}",
                "{'StringEquals':{'aws:UserAgent':'secret'}}",
                "{'StringEquals':{'aws:PrincipalTag/team':'blue'}}",
                "{'StringEquals':{'aws:ResourceAccount':'123456789012'}}",
                "{'StringEquals':{'s3:ResourceAccount':'123456789012'}}",
                "{'StringEquals':{'kms:ViaService':'s3.us-east-1.amazonaws.com'}}",
                "{'StringEquals':{'aws:username':'bob'}}",
                "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-abc123'}}",
                "{'StringEqualsIfExists':{'aws:SourceVpce':'vpce-1a2b3c4d'}}",
                "{'ForAllValues:StringEquals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "{'ForAllValues:StringLike':{'aws:PrincipalOrgPaths':'o-abc123/*'}}",
                "{'Null':{'aws:PrincipalOrgID':'false'}}",
                "{'StringNotEquals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                "{'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::123456789012:role/*'}}",
                "{'StringLike':{'aws:PrincipalOrgID':'*'}}",
                "{'StringLike':{'aws:PrincipalOrgID':['o-abc123','o-*']}}",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-*/r-ab12/*'}}",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'*'}}",
                "{'StringLike':{'aws:SourceAccount':'12345678901?'}}",
                "{'StringLike':{'aws:SourceVpc':'vpc-*'}}",
                "{'StringEquals':{'aws:SourceAccount':'${aws:PrincipalAccount}'}}",
                "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/OrganizationAccountAccessRole'}}",
                "{'ArnEquals':{'aws:PrincipalArn':'*'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:*:123456789012:role/*'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:*:iam::123456789012:role/*'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::my-*/logs/*'}}",
                "{'StringLike':{'aws:SourceArn':'arn:aws:s3:::my-bucket*'}}",
                "{'StringLike':{'aws:SourceArn':'arn:aws:sns:us-east-1:*:topic'}}",
                "{'StringLike':{'aws:SourceArn':'arn:aws:cloudwatch:*:*:alarm:*'}}",
                "{'StringLike':{'aws:SourceArn':'*123456789012*'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:sns:us-east-1:*:topic'}}",
                "{'StringLike':{'aws:userid':'*:admin'}}",
                "{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}}",
                "{'IpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/1']}}",
                "{'IpAddress':{'aws:SourceIp':['203.0.113.0/24','::/0']}}",
                "{'IpAddress':{'aws:SourceIp':'2000::/3'}}",
                "{'IpAddress':{'aws:SourceIp':'1.2.3.4/0'}}",
                "{'IpAddress':{'aws:SourceIp':['32.0.0.0/4','48.0.0.0/4','203.0.113.7']}}",
                "{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'},'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                "{'IpAddressIfExists':{'aws:SourceIp':'203.0.113.0/24'}}",
                "{'NotIpAddress':{'aws:SourceIp':['0.0.0.0/0','::/0']}}",
                "{'IpAddress':{'aws:VpcSourceIp':'10.0.0.0/24'}}",
            })
    void aConditionThatAnyoneCanMeetRestrictsNobody(String condition) {
        assertThat(isPublic(policy(allowIf(condition)))).isEqualTo(true);
    }

    @Test
    void whoIsLetInToDoWhatIsSaidInWords() {
        Object policy = policy(
                "{'Sid':'PublicRead','Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}",
                "{'Effect':'Allow','Principal':{'AWS':'*'},'NotAction':'s3:PutBucketPolicy','Resource':'*'}",
                "{'Sid':'Embed','Effect':'Allow','Principal':'*','Resource':'*',"
                        + "'Action':['s3:a','s3:b','s3:c','s3:d','s3:e','s3:f','s3:g'],"
                        + "'Condition':{'StringLike':{'aws:Referer':'https://example.com/*'}}}",
                "{'Sid':'Web','Effect':'Allow','Principal':{'Federated':'accounts.google.com'},'Action':'s3:Put*',"
                        + "'Resource':'*'}");
        assertThat(PublicGrants.ofMany(policy, POOL).ways())
                .isEqualTo(DocList.of(
                        "policy statement PublicRead lets anyone on the Internet s3:GetObject",
                        "policy statement 2 lets anyone on the Internet do all but s3:PutBucketPolicy",
                        "policy statement Embed lets anyone on the Internet s3:a, s3:b, s3:c, s3:d, s3:e and 2 more"
                                + " (its conditions on aws:Referer pin nobody)",
                        "policy statement Web lets anyone known to accounts.google.com s3:Put*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*','Action':'*','Resource':'*'",
                "'Principal':{'AWS':'*'},'Action':'s3:*','Resource':['arn:aws-cn:s3:::pool','arn:aws-cn:s3:::pool/*']",
                "'Principal':'*','Action':'S3:GETOBJECT','Resource':'*'",
                "'Principal':'*','NotAction':'s3:Put*','Resource':'*'",
                "'NotPrincipal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'s3:*','Resource':'*'",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEqualsIfExists':"
                        + "{'aws:PrincipalOrgID':'o-abc123','aws:SourceVpce':'vpce-1a2b3c4d'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'ForAllValues:StringNotLike':{'aws:PrincipalOrgPaths':'o-abc123/*'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':"
                        + "{'aws:PrincipalOrgID':'o-abc123'},'BoolIfExists':{'aws:PrincipalIsAWSService':'false'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'IpAddressIfExists':{'aws:SourceIp':['0.0.0.0/0','::/0']}}",
            })
    void aDenialOfTheWholeToAllButAFixedFewUndoesIt(String rest) {
        assertThat(isPublic(policy(allow("'*'"), deny(rest)))).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'*','Resource':'*'",
                "'Principal':'*','Action':'s3:Put*','Resource':'*'",
                "'Principal':'*','NotAction':'s3:Get*','Resource':'*'",
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool/private/*'",
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pool'",
                "'Principal':'*','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'StringNotLike':{'aws:PrincipalOrgID':'o-*'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'ForAnyValue:StringNotLike':{'aws:PrincipalOrgPaths':'o-abc123/*'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':"
                        + "{'aws:PrincipalOrgID':'o-abc123','aws:Referer':'x'}}",
                "'NotPrincipal':{'Federated':'graph.facebook.com'},'Action':'s3:*','Resource':'*'",
                "'Principal':'*','Action':'s3:*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}}",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'NotIpAddress':{'aws:SourceIp':'32.0.0.0/4'}}",
            })
    void aDenialThatLeavesSomeOfItUndoesNothing(String rest) {
        assertThat(isPublic(policy(allow("'*'"), deny(rest)))).isEqualTo(true);
    }

    @Test
    void everyActionMustBeUndone() {
        String both = "{'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:PutObject'],'Resource':'*'}";
        String noGet = deny("'Principal':'*','Action':'s3:Get*','Resource':'*'");
        String noPut = deny("'Principal':'*','Action':'s3:Put*','Resource':'*'");
        assertThat(isPublic(policy(both, noGet))).isEqualTo(true);
        assertThat(isPublic(policy(both, noGet, noPut))).isEqualTo(false);
    }

    @Test
    void aStatementAboutAnotherResourceDoesNothing() {
        Object copied = policy("{'Effect':'Allow','Principal':'*','Action':'sqs:*',"
                + "'Resource':'arn:aws:sqs:us-east-1:123456789012:other'}");
        assertThat(PublicGrants.ofMany(copied, List.of("arn:aws:sqs:us-east-1:123456789012:orders"))
                        .isPublic())
                .isEqualTo(false);
        assertThat(PublicGrants.ofMany(copied, List.of("arn:aws:sqs:us-east-1:123456789012:other"))
                        .isPublic())
                .isEqualTo(true);
        assertThat(PublicGrants.ofMany(copied, List.of()).isPublic())
                .as("where the resource's own name is not known")
                .isEqualTo(true);
    }

    @Test
    void aResourceNamedInAFormOfItsOwnIsLeftToSpeakOfThisOne() {
        Object old = policy("{'Effect':'Allow','Principal':'*','Action':'sqs:*','Resource':'/123456789012/orders'}");
        assertThat(PublicGrants.ofMany(old, List.of("arn:aws:sqs:us-east-1:123456789012:orders"))
                        .isPublic())
                .isEqualTo(true);
    }

    @Test
    void aStatementMayStandAloneAndWithoutResource() {
        assertThat(isPublic(
                        json("{'Statement':{'Effect':'Allow','Principal':'*','Action':['lambda:InvokeFunction']}}")))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'no policy'",
                "42",
                "[]",
                "{}",
                "{'Statement':[]}",
                "{'Statement':null}",
                "{'Version':'2012-10-18','Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}]}",
                "{'Statements':[],'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}]}",
                "{'Statement':'all'}",
                "{'Statement':['all']}",
                "{'Statement':[[{'Effect':'Allow','Principal':'*','Action':'*'}]]}",
                "{'Statement':[{'Principal':'*','Action':'s3:*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'allow','Principal':'*','Action':'s3:*','Resource':'*'}]}",
                "{'Statement':[{'Effect':['Allow'],'Principal':'*','Action':'s3:*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'s3:*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','NotPrincipal':'*','Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':['*'],'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'arn:aws:iam::123456789012:root','Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':{},'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':{'AWS':[]},'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':{'AWS':{'AWS':'*'}},'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::*:root'},'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':{'Service':'*'},'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':{'Anybody':'x'},'Action':'s3:*'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':[]}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':[null]}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':{}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*','Conditions':{}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*','Condition':'none'}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*','Condition':{'StringEquals':'x'}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*',"
                        + "'Condition':{'StringEquals':{'aws:SourceVpc':[]}}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*',"
                        + "'Condition':{'StringEquals':{'aws:SourceVpc':{'a':'b'}}}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*',"
                        + "'Condition':{'StringSortOf':{'aws:SourceVpc':'vpc-1'}}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*',"
                        + "'Condition':{'StringEquals':{'aws:SourceVpc':'vpc-1','AWS:SourceVpc':'vpc-2'}}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*',"
                        + "'Condition':{'IpAddress':{'aws:SourceIp':'anywhere'}}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*'},"
                        + "{'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'StringSortOf':{'a':'b'}}}]}",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:*'},"
                        + "{'Effect':'Perhaps','Principal':'*','Action':'s3:*'}]}",
            })
    void whatCannotBeUnderstoodIsUnknown(String policy) {
        assertThat(isPublic(json(policy)))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .singleElement()
                                .satisfies(cause -> assertThat(cause.message().en())
                                        .startsWith("the policy cannot be understood: ")));
    }

    @Test
    void aStatementThatCannotBeUnderstoodHidesNoOther() {
        PublicAccess access = PublicGrants.ofMany(policy("{'Effect':'Allow','Act':'*'}", allow("'*'")), POOL);
        assertThat(access.isPublic()).isEqualTo(true);
        assertThat(((DocList) access.ways()).get(0))
                .isEqualTo("policy statement 2 lets anyone on the Internet s3:GetObject");
        assertThat(((DocList) access.ways()).get(1)).isInstanceOf(Unknown.class);
    }

    @Test
    void theWordsOfStrangersAreCutShort() {
        Object policy = policy("{'Effect':'Allow','Principal':{'AWS':'*" + "x".repeat(9_000) + "'},'Action':'s3:*'}");
        assertThat(isPublic(policy))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes().get(0).message().en())
                                .hasSizeLessThan(400));
    }

    @Test
    void deepNestsAreNotUnderstood() {
        String nest = "[".repeat(90) + "'*'" + "]".repeat(90);
        assertThat(isPublic(policy(allow("{'AWS':" + nest + "}")))).isInstanceOf(Unknown.class);
    }
}
