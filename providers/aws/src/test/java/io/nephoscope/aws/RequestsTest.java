package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.aws.Requests.Known;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as IAM evaluates them, where the value of the key is known. */
class RequestsTest {
    private static final Known HARBOUR = Known.of("arn:aws:s3:eu-west-1:123456789012:accesspoint/harbour");

    private static DocList seen(Known known, Doc... statements) {
        Object policy = new Requests(action -> true, Map.of("s3:dataaccesspointarn", known))
                .seeing(Doc.of("Statement", DocList.of((Object[]) statements)));
        return policy instanceof Doc left ? left.list("Statement") : DocList.empty();
    }

    private static Doc statement(String effect, String operator, String value) {
        return json("{'Sid':'S','Effect':'" + effect + "','Principal':'*','Action':'*','Condition':{'" + operator
                + "':{'s3:DataAccessPointArn':" + value + "}}}");
    }

    private static int left(Known known, String effect, String operator, String value) {
        return seen(known, statement(effect, operator, value)).size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "StringEquals|'arn:aws:s3:eu-west-1:123456789012:accesspoint/harbour'|1",
                "StringEquals|'arn:aws:s3:eu-west-1:123456789012:accesspoint/*'|0",
                "StringEquals|'ARN:aws:s3:eu-west-1:123456789012:accesspoint/harbour'|0",
                "StringEqualsIgnoreCase|'ARN:aws:s3:eu-west-1:123456789012:accesspoint/harbour'|1",
                "StringLike|'arn:aws:s3:*:123456789012:accesspoint/*'|1",
                "ArnLike|'arn:aws:s3:eu-west-?:123456789012:accesspoint/h*'|1",
                "ArnEquals|'arn:aws:s3:eu-west-1:210987654321:accesspoint/*'|0",
                "ForAnyValue:StringLike|'*harbour'|1",
                "StringLikeIfExists|'*quay'|0",
                "StringEquals|['arn:x','arn:aws:s3:eu-west-1:123456789012:accesspoint/harbour']|1",
                "StringNotEquals|'arn:x'|1",
                "StringNotLike|['arn:x','*harbour']|0",
                "ArnNotLike|'arn:aws:s3:*:210987654321:*'|1",
            })
    void aStatementSpeaksOfRequestsThatPassItsConditions(String operator, String value, int left) {
        assertThat(left(HARBOUR, "Allow", operator, value)).isEqualTo(left);
        assertThat(left(HARBOUR, "Deny", operator, value)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "StringLike, 0",
        "StringLikeIfExists, 1",
        "StringNotLike, 1",
        "ForAllValues:StringLike, 1",
        "ForAnyValue:StringNotLike, 0",
    })
    void aRequestWithoutTheKeyPassesWhereTheOperatorLetsIt(String operator, int left) {
        assertThat(left(Known.MISSING, "Allow", operator, "'*'")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "StringLike, '*'",
        "StringNotEquals, 'x'",
        "NumericEquals, 1",
        "StringEquals, '${aws:PrincipalTag/point}'"
    })
    void inDoubtWhatAllowsStaysAndWhatDeniesDoesNot(String operator, String value) {
        assertThat(left(Known.ANYTHING, "Allow", operator, "'" + value + "'")).isEqualTo(1);
        assertThat(left(Known.ANYTHING, "Deny", operator, "'" + value + "'")).isZero();
    }

    @Test
    void conditionsOnOtherKeysStay() {
        Doc both = json(
                "{'Sid':'S','Effect':'Allow','Condition':{'ArnLike':{'s3:dataAccessPointARN':'*','aws:SourceArn':'a'},"
                        + "'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}");
        assertThat(((Doc) seen(HARBOUR, both).get(0)).get("Condition"))
                .isEqualTo(json("{'ArnLike':{'aws:SourceArn':'a'},'StringEquals':{'aws:PrincipalOrgID':'o-1'}}"));
    }

    @Test
    void aStatementKeepsTheNameThatItHasByItsPlace() {
        Doc gone = statement("Allow", "ArnLike", "'nothing'");
        Doc unnamed = json("{'Effect':'Allow','Condition':{'ArnLike':{'s3:DataAccessPointArn':'*'}}}");
        assertThat(seen(HARBOUR, gone, unnamed).docs().map(it -> it.text("Sid")))
                .containsExactly("2");
    }

    @Test
    void whatIsNoPolicyStaysWhatItIs() {
        Requests any = new Requests(action -> true, Map.of());
        assertThat(any.seeing(Absent.ABSENT)).isEqualTo(Absent.ABSENT);
        assertThat(any.seeing(Fields.denied("s3:GetBucketPolicy"))).isEqualTo(Fields.denied("s3:GetBucketPolicy"));
        assertThat(any.seeing(json("{'Statement':['x',{'Effect':'Allow','Condition':'y'}]}")))
                .isEqualTo(json("{'Statement':['x',{'Effect':'Allow','Condition':'y','Sid':'2'}]}"));
    }

    @Test
    void aStatementOfOtherActionsDoesNotSpeakOfTheRequests() {
        Requests reads = new Requests(action -> action.startsWith("s3:get"), Map.of());
        Doc policy = json(
                "{'Statement':[{'Sid':'A','Action':['s3:PutObject','S3:GetObject']},{'Sid':'B','Action':'s3:PutObject'},"
                        + "{'Sid':'C','NotAction':'s3:PutObject'}]}");
        assertThat(((Doc) reads.seeing(policy)).list("Statement").docs().map(it -> it.text("Sid")))
                .containsExactly("A", "C");
    }
}
