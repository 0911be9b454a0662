package io.nephoscope.aws.policy;

import static io.nephoscope.aws.policy.Policies.allowIf;
import static io.nephoscope.aws.policy.Policies.deny;
import static io.nephoscope.aws.policy.Policies.isPublic;
import static io.nephoscope.aws.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.DocList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy lets the public do through a service that acts for whoever uses it. */
class ServiceGrantsTest {
    private static PublicAccess access(String arn, String statement) {
        return PublicGrants.of(policy(statement), arn);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::pool, s3:GetObject, anyone on the Internet",
        "arn:aws:sqs:us-east-1:123456789012:orders, sqs:SendMessage, anyone on the Internet",
        "arn:aws:sns:us-east-1:123456789012:news, sns:Publish, anyone on the Internet",
        "arn:aws:kms:us-east-1:123456789012:key/1, kms:Decrypt, anyone with an AWS account",
        "arn:aws-cn:kms:cn-north-1:123456789012:key/1, kms:Decrypt, anyone with an AWS account",
        "arn:aws:lambda:us-east-1:123456789012:function:f, lambda:InvokeFunction, anyone with an AWS account",
        "arn:aws:lambda:us-east-1:123456789012:function:f:live, lambda:*, anyone with an AWS account"
                + " (and on the Internet where a function URL asks for no authentication)",
    })
    void whoThatIsDependsOnWhomTheServiceAnswers(String arn, String action, String who) {
        PublicAccess access =
                access(arn, "{'Sid':'Open','Effect':'Allow','Principal':'*','Action':'" + action + "','Resource':'*'}");
        assertThat(access.ways()).isEqualTo(DocList.of("policy statement Open lets " + who + " " + action));
    }

    @ParameterizedTest
    @CsvSource({"NONE, anyone on the Internet", "AWS_IAM, anyone with an AWS account"})
    void aFunctionUrlIsOpenToThoseWhomItsAuthenticationTakes(String authentication, String who) {
        PublicAccess access = access(
                "arn:aws:lambda:us-east-1:123456789012:function:f",
                "{'Effect':'Allow','Principal':'*','Action':'lambda:InvokeFunctionUrl','Resource':'*',"
                        + "'Condition':{'StringEquals':{'lambda:FunctionUrlAuthType':'" + authentication + "'}}}");
        assertThat(access.ways())
                .isEqualTo(DocList.of("policy statement 1 lets " + who + " lambda:InvokeFunctionUrl"
                        + " (its conditions on lambda:FunctionUrlAuthType pin nobody)"));
    }

    private static String service(String principal, String condition) {
        return "{'Effect':'Allow','Principal':{'Service':" + principal + "},'Action':'lambda:InvokeFunction',"
                + "'Resource':'*','Condition':" + condition + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "s3.amazonaws.com|{}",
                "events.amazonaws.com|{}",
                "apigateway.amazonaws.com|{'ArnLike':{'aws:SourceArn':'arn:aws:execute-api:us-east-1:*:a1b2c3/*'}}",
                "sns.amazonaws.com|{'StringLike':{'aws:SourceArn':'arn:aws:sns:*'}}",
                "s3.amazonaws.com|{'StringEquals':{'aws:PrincipalOrgID':'o-abc123'}}",
                "s3.amazonaws.com|{'StringEquals':{'aws:PrincipalServiceName':'s3.amazonaws.com'}}",
                "s3.amazonaws.com|{'StringEqualsIfExists':{'aws:SourceAccount':'123456789012'}}",
                "s3.amazonaws.com|{'Bool':{'aws:SecureTransport':'true'}}",
            })
    void aServiceActsForWhoeverMakesIt(String principal, String condition) {
        for (String service : List.of("lambda", "sqs", "sns")) {
            PublicAccess access =
                    access("arn:aws:" + service + ":us-east-1:123456789012:x", service(quoted(principal), condition));
            assertThat(access.isPublic()).as(service).isEqualTo(true);
            assertThat(access.ways().toString()).contains(principal + " on behalf of any AWS account");
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'aws:SourceAccount':'123456789012'}}",
                "{'ArnLike':{'AWS:SourceArn':'arn:aws:s3:::my-bucket'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:events:*:123456789012:rule/*'}}",
                "{'StringLike':{'aws:SourceArn':'arn:aws:execute-api:*:123456789012:*'}}",
                "{'StringEquals':{'aws:SourceOrgID':'o-abc123'}}",
                "{'ForAnyValue:StringLike':{'aws:SourceOrgPaths':'o-abc123/r-ab12/*'}}",
                "{'StringEquals':{'lambda:EventSourceToken':'amzn1.ask.skill.1'}}",
            })
    void aServiceThatActsForAFixedSetOfAccountsIsNotThePublic(String condition) {
        assertThat(access(
                                "arn:aws:lambda:us-east-1:123456789012:function:f",
                                service("['s3.amazonaws.com','events.amazonaws.com']", condition))
                        .isPublic())
                .isEqualTo(false);
    }

    @Test
    void aServiceThatAConditionNamesIsNoNarrowerThanOneThatIsThePrincipal() {
        Object policy = policy(allowIf("{'StringEquals':{'aws:PrincipalServiceName':'s3.amazonaws.com'}}"));
        assertThat(PublicGrants.of(policy, "arn:aws:sqs:us-east-1:123456789012:orders")
                        .isPublic())
                .isEqualTo(true);
        assertThat(isPublic(policy)).as("of a bucket").isEqualTo(false);
    }

    @Test
    void aDenialMayPinTheAccountsForWhichAServiceActs() {
        Object policy = policy(
                service("'s3.amazonaws.com'", "{}"),
                deny("'Principal':'*','Action':'*','Resource':'*',"
                        + "'Condition':{'StringNotEquals':{'aws:SourceAccount':'123456789012'}}"));
        assertThat(PublicGrants.of(policy, "arn:aws:sqs:us-east-1:123456789012:orders")
                        .isPublic())
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:::pool", "arn:aws:kms:us-east-1:123456789012:key/1"})
    void logsInBucketsAndKeysAreNotOpenThroughTheServicesThatTheyName(String arn) {
        assertThat(access(arn, service("'cloudtrail.amazonaws.com'", "{}")).isPublic())
                .isEqualTo(false);
    }
}
