package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.denied;
import static io.nephoscope.aws.Fields.json;
import static io.nephoscope.aws.Fields.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionAccessTest {
    private static final AssetType TYPE = Declared.type("aws.lambda.function");
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:mail";
    private static final Doc FUNCTION = Doc.of("FunctionName", "mail", "FunctionArn", ARN);
    private static final String FOR_NONE = ",'Condition':{'StringEquals':{'lambda:FunctionUrlAuthType':'NONE'}}";
    private static final String FOR_IAM = ",'Condition':{'StringEquals':{'lambda:FunctionUrlAuthType':'AWS_IAM'}}";
    private static final String VIA_URL = ",'Condition':{'Bool':{'lambda:InvokedViaFunctionUrl':'true'}}";

    private static String statement(String sid, String action, String arn, String condition) {
        return "{'Sid':'" + sid + "','Effect':'Allow','Principal':'*','Action':'" + action + "','Resource':'" + arn
                + "'" + condition + "}";
    }

    private static Doc policy(String... statements) {
        return json("{'Statement':[" + String.join(",", statements) + "]}");
    }

    private static Doc invoke(String arn) {
        return policy(statement("Open", "lambda:InvokeFunction", arn, ""));
    }

    private static Doc byUrl(String arn, String condition) {
        return policy(statement("Url", "lambda:InvokeFunctionUrl", arn, condition));
    }

    private static DocList of(String qualifier, Object policy) {
        return DocList.of(Doc.of("Qualifier", qualifier, "Policy", policy));
    }

    private static DocList url(String arn, String authType) {
        return DocList.of(Doc.of("FunctionArn", arn, "AuthType", authType));
    }

    private static Object isPublic(Doc function) {
        return TYPE.facetsOf(function).get("public");
    }

    private static Object ways(Doc function) {
        return TYPE.facetsOf(function).get("publicBy");
    }

    @Test
    void anAliasAndAVersionEachHaveAPolicyOfTheirOwn() {
        assertThat(isPublic(FUNCTION.with("AliasPolicies", of("live", invoke(ARN + ":live")))))
                .isEqualTo(true);
        assertThat(ways(FUNCTION.with("VersionPolicies", of("7", invoke(ARN + ":7")))))
                .asString()
                .startsWith("[version 7: policy statement Open lets ");
    }

    @Test
    void whatAPolicyGrantsOfAnotherQualifierIsNothing() {
        assertThat(isPublic(FUNCTION.with("Policy", invoke(ARN + ":live")))).isEqualTo(false);
        assertThat(isPublic(FUNCTION.with("AliasPolicies", of("live", invoke(ARN)))))
                .isEqualTo(false);
    }

    @Test
    void aUrlThatAsksForNoAuthenticationIsOpenToTheInternet() {
        Doc function = FUNCTION.with("Policy", byUrl(ARN, FOR_NONE)).with("FunctionUrlConfigs", url(ARN, "NONE"));
        assertThat(isPublic(function)).isEqualTo(true);
        assertThat(ways(function)).asString().startsWith("[URL of the function for anyone on the Internet: ");
    }

    @Test
    void aUrlThatAsksForASignatureIsOpenToWhoeverHasAnAccount() {
        Doc function = FUNCTION.with("AliasPolicies", of("live", byUrl(ARN + ":live", FOR_IAM)))
                .with("FunctionUrlConfigs", url(ARN + ":live", "AWS_IAM"));
        assertThat(isPublic(function)).isEqualTo(true);
        assertThat(ways(function)).asString().startsWith("[URL of alias live for anyone with an AWS account: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {FOR_NONE, FOR_IAM, ""})
    void withoutAUrlAPermissionToUseItLetsNobodyIn(String condition) {
        Doc function =
                FUNCTION.with("Policy", byUrl(ARN, condition)).with("FunctionUrlConfigs", url(ARN + ":live", "NONE"));
        assertThat(isPublic(function)).isEqualTo(false);
        assertThat(ways(function)).isEqualTo(DocList.empty());
    }

    @Test
    void aPermissionForOneTypeOfAuthenticationDoesNotOpenAUrlOfTheOther() {
        assertThat(isPublic(
                        FUNCTION.with("Policy", byUrl(ARN, FOR_NONE)).with("FunctionUrlConfigs", url(ARN, "AWS_IAM"))))
                .isEqualTo(false);
        assertThat(isPublic(FUNCTION.with("Policy", byUrl(ARN, FOR_IAM)).with("FunctionUrlConfigs", url(ARN, "NONE"))))
                .isEqualTo(false);
    }

    /** What Lambda itself writes for a public URL since October 2025. */
    @Test
    void theTwoStatementsOfAPublicUrlAreOneWay() {
        Doc both = policy(
                statement("FunctionURLAllowPublicAccess", "lambda:InvokeFunctionUrl", ARN, FOR_NONE),
                statement("FunctionURLInvokeAllowPublicAccess", "lambda:InvokeFunction", ARN, VIA_URL));
        Doc open = FUNCTION.with("Policy", both).with("FunctionUrlConfigs", url(ARN, "NONE"));
        assertThat(((DocList) ways(open)).size()).isEqualTo(1);
        assertThat(isPublic(open.with("FunctionUrlConfigs", DocList.empty()))).isEqualTo(false);
    }

    @Test
    void theRightToInvokeByAUrlOnlyIsNoneWithoutTheRightToUseTheUrl() {
        Doc half = policy(statement("Half", "lambda:InvokeFunction", ARN, VIA_URL));
        assertThat(isPublic(FUNCTION.with("Policy", half).with("FunctionUrlConfigs", url(ARN, "NONE"))))
                .isEqualTo(false);
    }

    @Test
    void everyActionAtOnceIsOpenByTheApiAndByTheUrl() {
        Doc all = FUNCTION.with("Policy", policy(statement("All", "lambda:*", ARN, "")))
                .with("FunctionUrlConfigs", url(ARN, "NONE"));
        assertThat(((DocList) ways(all)).size()).isEqualTo(2);
    }

    @Test
    void aDenialOfRequestsThatNobodySignedLeavesTheOthersIn() {
        String denial = "{'Effect':'Deny','Principal':'*','Action':'lambda:InvokeFunctionUrl','Resource':'" + ARN + "'"
                + FOR_NONE + "}";
        Doc function = FUNCTION.with("Policy", policy(statement("Url", "lambda:InvokeFunctionUrl", ARN, ""), denial));
        assertThat(isPublic(function.with("FunctionUrlConfigs", url(ARN, "NONE"))))
                .isEqualTo(false);
        assertThat(isPublic(function.with("FunctionUrlConfigs", url(ARN, "AWS_IAM"))))
                .isEqualTo(true);
    }

    @Test
    void unreadUrlsMatterOnlyWhereAPermissionLeadsThroughThem() {
        Object unread = denied("lambda:ListFunctionUrlConfigs");
        assertThat(isPublic(FUNCTION.with("FunctionUrlConfigs", unread))).isEqualTo(false);
        assertThat(reads(TYPE, "public", FUNCTION.with("Policy", invoke(ARN)))).doesNotContain("FunctionUrlConfigs");
        assertThat(isPublic(FUNCTION.with("FunctionUrlConfigs", unread).with("Policy", byUrl(ARN, FOR_NONE))))
                .isEqualTo(unread);
        assertThat(isPublic(FUNCTION.with("FunctionUrlConfigs", unread).with("Policy", invoke(ARN))))
                .isEqualTo(true);
    }

    @Test
    void whatWasNotReadOfAQualifierIsUnknownUnlessAnotherIsOpen() {
        Object unread = denied("lambda:GetPolicy");
        assertThat(isPublic(FUNCTION.with("AliasPolicies", unread))).isEqualTo(unread);
        assertThat(isPublic(FUNCTION.with("VersionPolicies", of("7", unread)))).isEqualTo(unread);
        assertThat(isPublic(FUNCTION.with("VersionPolicies", of("7", unread)).with("Policy", invoke(ARN))))
                .isEqualTo(true);
    }
}
