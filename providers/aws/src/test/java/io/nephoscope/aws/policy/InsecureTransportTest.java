package io.nephoscope.aws.policy;

import static io.nephoscope.aws.policy.Policies.DENIED;
import static io.nephoscope.aws.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsecureTransportTest {
    private static final String EVERYONE = "'Effect':'Deny','Principal':'*'";
    private static final String ALL = "'Action':'s3:*','Resource':['arn:aws:s3:::pool','arn:aws:s3:::pool/*']";
    private static final String INSECURE = "'Condition':{'Bool':{'aws:SecureTransport':'false'}}";

    private static boolean isDenied(String... statements) {
        return InsecureTransport.isDenied(policy(statements), "pool").isTrue();
    }

    private static String statement(String... parts) {
        return "{" + String.join(",", parts) + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INSECURE,
                "'Condition':{'Bool':{'aws:SecureTransport':false}}",
                "'Condition':{'BoolIfExists':{'AWS:securetransport':'FALSE'}}",
                "'Condition':{'NumericLessThanIfExists':{'s3:TlsVersion':1.2}}",
                "'Condition':{'NumericLessThanIfExists':{'s3:TlsVersion':['1.3']}}",
            })
    void aDenialOfWhateverComesWithoutTlsIsSeen(String condition) {
        assertThat(isDenied(statement(EVERYONE, ALL, condition))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Condition':{'Bool':{'aws:SecureTransport':'true'}}",
                "'Condition':{'StringEquals':{'aws:SecureTransport':'no'}}",
                "'Condition':{'NumericLessThan':{'s3:TlsVersion':'1.2'}}",
                "'Condition':{'NumericLessThanIfExists':{'s3:TlsVersion':'1.1'}}",
                "'Condition':{'NumericLessThanIfExists':{'s3:TlsVersion':'new'}}",
                "'Condition':{'Bool':{'aws:SecureTransport':'false'},'NumericLessThan':{'s3:TlsVersion':'1.2'}}",
                "'Condition':{'Bool':{'aws:SecureTransport':'false','aws:ViaAWSService':'false'}}",
                "'Condition':{'Bool':{'aws:SecureTransport':'false'},'StringEquals':{'aws:SourceVpc':'vpc-1'}}",
            })
    void aDenialOfOnlySomeInsecureRequestsIsNotEnough(String condition) {
        assertThat(isDenied(statement(EVERYONE, ALL, condition))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action':'*','Resource':'*'",
                "'Action':'s3:*','Resource':'arn:aws:s3:::pool*'",
                "'Action':'s3:*','Resource':['arn:*:s3:::pool','arn:*:s3:::pool/*']",
                "'Action':'s3:*','Resource':'arn:aws:s3:::p??l*'",
                "'Action':'s3:*','NotResource':'arn:aws:s3:::other/*'",
                "'Action':'s3:*','Resource':['arn:aws-cn:s3:::pool','arn:aws-cn:s3:::pool/*']",
                "'Action':['s3:Get*','s3:List*','s3:Put*','s3:Delete*','s3:AbortMultipartUpload','s3:RestoreObject'],"
                        + "'Resource':'*'",
                "'NotAction':'s3:CreateBucket','Resource':'*'",
            })
    void itMayCoverAllDataInSeveralWays(String what) {
        assertThat(isDenied(statement(EVERYONE, what, INSECURE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action':'s3:*','Resource':'arn:aws:s3:::pool/*'",
                "'Action':'s3:*','Resource':'arn:aws:s3:::pool'",
                "'Action':'s3:*','Resource':['arn:aws:s3:::other','arn:aws:s3:::other/*']",
                "'Action':'s3:*','Resource':['arn:aws:s3:::pool','arn:aws:s3:::pool/private/*']",
                "'Action':'s3:*','Resource':['arn:aws:s3:::pool','arn:aws:s3:::pool/private*']",
                "'Action':'s3:*','NotResource':'arn:aws:s3:::pool/open/*'",
                "'Action':['s3:GetObject','s3:PutObject'],'Resource':'*'",
                "'NotAction':'s3:GetObject','Resource':'*'",
            })
    void itMustCoverAllDataOfBucketAndObjects(String what) {
        assertThat(isDenied(statement(EVERYONE, what, INSECURE))).isFalse();
    }

    @Test
    void severalDenialsTogetherMayCoverIt() {
        assertThat(isDenied(
                        statement(EVERYONE, "'Action':'s3:*','Resource':'arn:aws:s3:::pool'", INSECURE),
                        statement(EVERYONE, "'Action':'s3:*','Resource':'arn:aws:s3:::pool/*'", INSECURE)))
                .isTrue();
    }

    @Test
    void itMustBeADenialForEveryone() {
        assertThat(isDenied(statement("'Effect':'Allow','Principal':'*'", ALL, INSECURE)))
                .isFalse();
        assertThat(isDenied(statement("'Effect':'Deny','Principal':{'AWS':'123456789012'}", ALL, INSECURE)))
                .isFalse();
        assertThat(isDenied(statement("'Effect':'Deny','NotPrincipal':{'AWS':'123456789012'}", ALL, INSECURE)))
                .isFalse();
        assertThat(isDenied(statement("'Effect':'Deny','Principal':{'AWS':'*'}", ALL, INSECURE)))
                .isTrue();
    }

    @Test
    void noPolicyDeniesNothing() {
        assertThat(InsecureTransport.isDenied(Absent.ABSENT, "pool").isFalse()).isTrue();
    }

    @Test
    void aPolicyThatNobodyReadMayDenyIt() {
        assertThat(InsecureTransport.isDenied(DENIED, "pool").toField()).isEqualTo(DENIED);
    }

    @Test
    void whatCannotBeUnderstoodMattersOnlyWhereNothingElseDeniesIt() {
        assertThat(InsecureTransport.isDenied(policy("{'Effect':'Perhaps'}"), "pool")
                        .isUnknown())
                .isTrue();
        assertThat(isDenied("{'Effect':'Perhaps'}", statement(EVERYONE, ALL, INSECURE)))
                .isTrue();
    }
}
