package io.nephoscope.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminGrantTest {
    private static final String EVERYTHING = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private static Object grants(Object document) {
        return grants("arn:aws:iam::123456789012:policy/p", document);
    }

    private static Object grants(String arn, Object document) {
        return new Facet("grantsAdmin", List.of("Arn", "Document"), AdminGrant::of)
                .of(Doc.of("Arn", arn, "Document", document));
    }

    private static Object grantsAll(String statements) {
        return grants(
                "arn:aws:iam::123456789012:policy/p", json("{'Version':'2012-10-17','Statement':" + statements + "}"));
    }

    private static Object json(String text) {
        try {
            return DocJson.parse(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'*','Resource':'*'}",
                "[{'Effect':'Allow','Action':['*'],'Resource':['*']}]",
                "[{'Effect':'Allow','Action':'*:*','Resource':'*'}]",
                "[{'Effect':'Allow','Action':'**','Resource':'***'}]",
                "[{'Effect':'Allow','Action':'?*:*?','Resource':'*'}]",
                "[{'Effect':'Allow','Action':['s3:GetObject','*'],'Resource':'*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':['arn:aws:s3:::a','*']}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws:*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:*:*:*:*:*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws:*:*:123456789012:*'}]",
                "[{'Effect':'Allow','Action':'s3:Get*','Resource':'*'},{'Effect':'Allow','Action':'*','Resource':'*'}]",
            })
    void aWildcardOverEverythingGrantsAdminHoweverItIsSpelled(String statements) {
        assertThat(grantsAll(statements)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'Effect':'Allow','Action':'s3:*','Resource':'*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::bucket/*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws:iam::123456789012:*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws:*:*:999999999999:*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws-cn:*'}]",
                "[{'Effect':'Allow','Action':['a:*','iam:*','s3:*','ec2:*'],'Resource':'*'}]",
                "[{'Effect':'Allow','Action':['*:Get*','*:List*','*:Describe*'],'Resource':'*'}]",
                "[{'Effect':'Deny','Action':'*','Resource':'*'}]",
                "[{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::a'},"
                        + "{'Effect':'Allow','Action':'s3:*','Resource':'*'}]",
            })
    void whatIsLessThanEverythingOnEverythingDoesNot(String statements) {
        assertThat(grantsAll(statements)).isEqualTo(false);
    }

    @Test
    void allButAServiceThatLeavesIamIsAdmin() {
        assertThat(grantsAll("{'Effect':'Allow','NotAction':'aws-portal:*','Resource':'*'}"))
                .isEqualTo(true);
        assertThat(grantsAll("{'Effect':'Allow','NotAction':['iam:DeleteAccountAlias'],'Resource':'*'}"))
                .isEqualTo(true);
        assertThat(grantsAll("{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::secret'}"))
                .isEqualTo(true);
    }

    @Test
    void allButIamIsNotAdmin() {
        assertThat(grantsAll("{'Effect':'Allow','NotAction':['iam:*','organizations:*','account:*'],'Resource':'*'}"))
                .isEqualTo(false);
        assertThat(grantsAll("{'Effect':'Allow','NotAction':['IAM:*'],'Resource':'*'}"))
                .isEqualTo(false);
        assertThat(grantsAll("{'Effect':'Allow','NotAction':'*','Resource':'*'}"))
                .isEqualTo(false);
        assertThat(grantsAll("{'Effect':'Allow','Action':'*','NotResource':'arn:aws:iam::*'}"))
                .isEqualTo(false);
    }

    @Test
    void statementsThatTogetherGrantEverythingAreAdmin() {
        assertThat(grantsAll("[{'Effect':'Allow','NotAction':'iam:*','Resource':'*'},"
                        + "{'Effect':'Allow','Action':'iam:*','Resource':'*'}]"))
                .isEqualTo(true);
        StringBuilder letters = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            letters.append(letters.isEmpty() ? "" : ",")
                    .append('\'')
                    .append(letter)
                    .append("*'");
        }
        assertThat(grantsAll("{'Effect':'Allow','Action':[" + letters + "],'Resource':'*'}"))
                .isEqualTo(true);
    }

    @Test
    void aDenialCountsWhereItTakesEveryWayToGrantOneselfTheRest() {
        assertThat(grantsAll("[" + EVERYTHING + ",{'Effect':'Deny','Action':'iam:*','Resource':'*'}]"))
                .isEqualTo(false);
        assertThat(grantsAll("[" + EVERYTHING + ",{'Effect':'Deny','NotAction':'s3:*','Resource':'*'}]"))
                .isEqualTo(false);
        assertThat(grantsAll("[" + EVERYTHING + ",{'Effect':'Deny','Action':'s3:*','Resource':'*'}]"))
                .isEqualTo(true);
        assertThat(grantsAll(
                        "[" + EVERYTHING + ",{'Effect':'Deny','Action':'iam:*','Resource':'arn:aws:iam::*:user/*'}]"))
                .isEqualTo(true);
        assertThat(grantsAll("[" + EVERYTHING + ",{'Effect':'Deny','Action':'*','Resource':'*','Condition':"
                        + "{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}}]"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}",
                "{'IpAddress':{'AWS:SourceIp':['192.0.2.0/24']}}",
                "{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}",
                "{'StringLike':{'aws:PrincipalTag/team':'ops'}}",
                "{'StringEqualsIfExists':{'aws:ResourceTag/team':'ops'}}",
                "{'ForAllValues:StringEquals':{'aws:TagKeys':['team']}}",
                "{'StringNotEquals':{'aws:ResourceTag/protected':'yes'}}",
                "{'Null':{'aws:ResourceTag/protected':true}}",
                "{}",
            })
    void aConditionThatOnlyBindsToAnOccasionLeavesAdmin(String condition) {
        assertThat(grantsAll("{'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition + "}"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'aws:ResourceTag/team':'ops'}}",
                "{'StringEquals':{'aws:MultiFactorAuthPresent':'true','iam:PermissionsBoundary':'arn:aws:iam::1:policy/b'}}",
                "{'Bool':{'aws:ViaAWSService':'true'}}",
                "{'ForAnyValue:StringEquals':{'aws:CalledVia':['cloudformation.amazonaws.com']}}",
                "{'Null':{'aws:ResourceTag/team':'false'}}",
            })
    void aConditionOnWhatIsDoneTakesSomeOfThePowerAway(String condition) {
        assertThat(grantsAll("{'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition + "}"))
                .isEqualTo(false);
    }

    @Test
    void thePartitionAndTheAccountAreThoseOfThePolicy() {
        Object china = json("{'Statement':{'Effect':'Allow','Action':'*','Resource':'arn:aws-cn:*:*:210987654321:*'}}");
        assertThat(grants("arn:aws-cn:iam::210987654321:policy/p", china)).isEqualTo(true);
        assertThat(grants(china)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "'text'",
                "{'Statement':'text'}",
                "{'Statement':[]}",
                "{'Version':'3','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'}]}",
                "{'Statement':[{'effect':'Allow','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'},"
                        + "{'Effect':'Deny','Action':'iam:*','Resource':'*','When':'always'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringSortOf':{'a':'b'}}}]}",
                "{'Statement':[7]}",
                "{'Statement':[{'Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'allow','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':{'a':'*'},'Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':[['*']],'Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':3,'Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':'never'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':'never'}}]}",
            })
    void aDocumentThatIsNoPolicyIsUnknown(String document) {
        assertThat(grants(json(document))).isInstanceOf(Unknown.class);
    }

    @Test
    void anUnreadDocumentIsUnknownWithItsCause() {
        Unknown unread = Unknown.because(new Cause(
                "iam:GetPolicyVersion", Status.DENIED, "iam:GetPolicyVersion", Text.quoted("AccessDenied: no")));
        assertThat(grants(unread)).isEqualTo(unread);
        assertThat(grants(Absent.ABSENT)).isInstanceOf(Unknown.class);
    }

    @Test
    void aPatternMadeToTakeForEverDoesNot() {
        String stars = "*a".repeat(3_000) + "b";
        assertThat(grantsAll("{'Effect':'Allow','Action':'" + stars + "','Resource':'*'}"))
                .isEqualTo(false);
    }

    @Test
    void aStatementThatIsNotUnderstoodMattersOnlyWhereItDecides() {
        assertThat(grantsAll("[{'Effect':'Allow','Act':'*','Resource':'*'}," + EVERYTHING + "]"))
                .isEqualTo(true);
        assertThat(grantsAll("[{'Effect':'Deny','Act':'*','Resource':'*'},"
                        + "{'Effect':'Allow','Action':'s3:*','Resource':'*'}]"))
                .isEqualTo(false);
    }

    @Test
    void withoutTheNameOfAnAccountNobodyKnows() {
        assertThat(grants("p", json("{'Statement':" + EVERYTHING + "}"))).isInstanceOf(Unknown.class);
    }
}
