package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPolicyTest {
    private static final String ALLOW = "'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::lake/*'";

    private static Object isPublic(String... statements) throws Exception {
        String policy = "{'Statement':[{" + String.join("},{", statements) + "}]}";
        return BucketPolicy.publicAccess(DocJson.parse(policy.replace('\'', '"')))
                .isPublic();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*'",
                "'Principal':{'AWS':'*'}",
                "'Principal':{'AWS':['1234','*']}",
                "'Principal':'*','Condition':{'StringLike':{'aws:Referer':['www.lake.example']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['0.0.0.0/0']}}"
            })
    void whatEveryoneMayDoIsPublic(String principal) throws Exception {
        assertThat(isPublic(ALLOW + "," + principal)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':{'AWS':'1234'}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['203.0.113.0/24']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},'StringLike':{'aws:Referer':'x'}}"
            })
    void whatSomeMayDoIsNot(String principal) throws Exception {
        assertThat(isPublic(ALLOW + "," + principal)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*','Condition':{'StringEquals':{'aws:SourceVpc':'vpc-1'}}",
                "'Principal':'*','Condition':{'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}}"
            })
    void aConditionThatIsNotUnderstoodLeavesItOpen(String principal) throws Exception {
        assertThat(isPublic(ALLOW + "," + principal)).isInstanceOf(Unknown.class);
    }

    @Test
    void whatIsAllowedAndDeniedAtOnceIsOpen() throws Exception {
        assertThat(isPublic(
                        ALLOW + ",'Principal':'*'",
                        "'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::lake/a/*'"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void noPolicyAllowsNothing() {
        assertThat(BucketPolicy.publicAccess(Absent.ABSENT).isPublic()).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Effect':'Perhaps','Principal':'*'", "'Effect':'Allow','NotPrincipal':{'AWS':'1234'}"})
    void aStatementThatIsNotUnderstoodIsAnError(String statement) {
        assertThatThrownBy(() -> isPublic(statement)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "{'Statement':7}", "{'Statement':[7]}"})
    void aPolicyOfAnotherFormIsAnError(String policy) {
        assertThatThrownBy(() -> BucketPolicy.publicAccess(DocJson.parse(policy.replace('\'', '"'))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
