package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.answer;
import static io.nephoscope.aws.sdk.AwsStub.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of calls of AWS: sent as the SDK's model has them, and read as it has the answers. */
class AwsDialectTest {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final Doc KEY = Doc.of("KeyId", "k-1");
    private static final Detail ROTATION = Written.detail("""
            call: "kms:GetKeyRotationStatus"
            by: {KeyId: KeyId}
            nothing: a test
            """);
    private static final Detail DAYS = Written.detail("""
            call: "kms:GetKeyRotationStatus"
            by: {KeyId: KeyId}
            part: RotationPeriodInDays
            leftOut: none
            nothing: a test
            """);
    private static final Detail POLICY = Written.detail("""
            call: "kms:GetKeyPolicy"
            by: {KeyId: KeyId}
            part: Policy
            policy: Policy
            nothing: a test
            """);
    private static final String ATTRIBUTES = """
            call: "sns:GetTopicAttributes"
            by: {TopicArn: KeyId}
            part: Attributes
            policy: Attributes.Policy
            json: Attributes.DeliveryPolicy
            holding: Attributes.TopicArn
            schema: {any: Policy DeliveryPolicy, string: TopicArn DisplayName}
            """;

    private static Object fetch(Detail detail, Doc asset, String body) throws IOException {
        return fetch(detail, asset, JSON, body);
    }

    private static Object fetch(Detail detail, Doc asset, String type, String body) throws IOException {
        try (AwsStub stub = answering(200, type, body)) {
            return detail.fetch().fetch(stub.site(), asset).toField();
        }
    }

    private static String said(Object unknown) {
        return ((Unknown) unknown).causes().get(0).message().en();
    }

    @Test
    void theWholeAnswerFillsTheAttribute() throws IOException {
        assertThat(fetch(ROTATION, KEY, "{\"KeyRotationEnabled\":true,\"RotationPeriodInDays\":365}"))
                .isEqualTo(Doc.of("KeyRotationEnabled", true, "RotationPeriodInDays", 365L));
        assertThat(((Schema.Struct) ROTATION.schema()).field("KeyRotationEnabled"))
                .contains(Scalar.BOOL);
    }

    @Test
    void aPartOfTheAnswerBecomesAFieldWhateverItsType() throws IOException {
        assertThat(DAYS.schema()).isEqualTo(Scalar.INT);
        assertThat(fetch(DAYS, KEY, "{\"RotationPeriodInDays\":365}")).isEqualTo(365L);
        assertThat(fetch(DAYS, KEY, "{}")).isEqualTo(Absent.ABSENT);
    }

    @Test
    void aTextThatIsJsonIsReadAsADocument() throws IOException {
        assertThat(fetch(POLICY, KEY, "{\"Policy\":\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\"}]}\"}"))
                .isEqualTo(Doc.of("Statement", DocList.of(Doc.of("Effect", "Allow"))));
    }

    /** Each of them as absent would say that there is no policy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Policy\":null}",
                "{\"Policy\":\"\"}",
                "{\"Policy\":\"{\"}",
                "{\"Policy\":\"<html>\"}",
                "{\"Policy\":\"{} {}\"}",
                "{\"Policy\":\"null\"}",
                "{\"Policy\":\"[]\"}",
                "{\"Policy\":\"{}\"}",
                "{\"Policy\":\"{\\\"message\\\":\\\"Service Unavailable\\\"}\"}",
                "{\"Policy\":\"{\\\"Statement\\\":[],\\\"Statement\\\":[]}\"}"
            })
    void aTextThatIsLeftOutOrIsNotJsonIsUnknown(String body) throws IOException {
        assertThat(fetch(POLICY, KEY, body))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .singleElement()
                                .extracting(Cause::call, Cause::outcome)
                                .containsExactly("kms:GetKeyPolicy", Status.FAILED));
    }

    @Test
    void aPolicyThatIsNestedWithoutEndIsUnknown() throws IOException {
        assertThat(fetch(POLICY, KEY, "{\"Policy\":\"" + "[".repeat(100_000) + "\"}"))
                .isInstanceOf(Unknown.class);
    }

    private static Object topic(String entries) throws IOException {
        return fetch(
                Written.detail(ATTRIBUTES),
                Doc.of("KeyId", "arn:t"),
                "text/xml",
                "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>"
                        + "<entry><key>TopicArn</key><value>arn:t</value></entry>" + entries
                        + "</Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>");
    }

    private static String entry(String key, String value) {
        return "<entry><key>" + key + "</key><value>" + value + "</value></entry>";
    }

    @Test
    void anEmptySettingIsNotSetAndAnEmptyPolicyIsNoAnswer() throws IOException {
        Doc topic = (Doc) topic(entry("DisplayName", "") + entry("DeliveryPolicy", "") + entry("Policy", ""));
        assertThat(topic.keys()).containsExactlyInAnyOrder("TopicArn", "Policy");
        assertThat(said(topic.get("Policy"))).isEqualTo("the answer leaves out the text that was asked for");
    }

    @Test
    void oneTextThatCannotBeReadLeavesTheOthersWhatTheyAre() throws IOException {
        Doc topic = (Doc) topic(entry("DeliveryPolicy", "{\"a\":1,\"a\":2}") + entry("Policy", "{\"Statement\":[]}"));
        assertThat(said(topic.get("DeliveryPolicy")))
                .isEqualTo("the answer holds a text in which the key a stands twice");
        assertThat(topic.get("Policy")).isEqualTo(Doc.of("Statement", DocList.empty()));
    }

    /** Without a name, some services answer about the caller. */
    @Test
    void nothingIsAskedWithoutSomethingToAskBy() throws IOException {
        Unknown unread = Unknown.because(Cause.notCollected("kms:ListKeys", ""));
        try (AwsStub stub = answering(200, JSON, "{\"KeyRotationEnabled\":true}")) {
            for (Doc nameless : List.of(Doc.empty(), Doc.of("KeyId", ""), Doc.of("KeyId", unread))) {
                Outcome<?> outcome = ROTATION.fetch().fetch(stub.site(), nameless);

                assertThat(outcome.cause("", "").message().en())
                        .isEqualTo("not sent, since the listing brought no KeyId");
            }
            assertThat(stub.signers()).isEmpty();
        }
    }

    @Test
    void anAnswerAboutSomethingElseIsAFailedCall() throws IOException {
        Detail described = Written.detail("""
                call: "kms:DescribeKey"
                by: {KeyId: KeyId}
                nothing: a test
                echo: {KeyId: KeyMetadata.KeyId}
                """);
        assertThat(fetch(described, KEY, "{\"KeyMetadata\":{\"KeyId\":\"K-1\"}}"))
                .isInstanceOf(Doc.class);
        assertThat(fetch(described, KEY, "{\"KeyMetadata\":{\"KeyId\":\"other\"}}"))
                .isInstanceOf(Unknown.class);
        assertThat(fetch(described, KEY, "{\"KeyMetadata\":{}}")).isInstanceOf(Unknown.class);
    }

    @Test
    void anAnswerThatShouldBeOnePageAndHasAnotherIsAFailedCall() throws IOException {
        Detail tags = Written.detail("""
                call: "cloudtrail:ListTags"
                by: {ResourceIdList: KeyId}
                part: "ResourceTagList[0].TagsList"
                holding: ResourceTagList
                paging: {none: one trail is asked about}
                """);
        String told = "{\"ResourceTagList\":[{\"TagsList\":[{\"Key\":\"a\",\"Value\":\"b\"}]}]";
        assertThat(fetch(tags, KEY, told + "}")).isEqualTo(DocList.of(Doc.of("Key", "a", "Value", "b")));
        assertThat(said(fetch(tags, KEY, told + ",\"NextToken\":\"2\"}")))
                .endsWith("it has a further page, where one was expected");
    }

    @Test
    void whatIsSaidOfARequestIsSent() throws IOException {
        List<String> asked = new ArrayList<>();
        try (AwsStub stub = new AwsStub(request -> {
            asked.add(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(request, 200, "text/xml", "<DescribeVolumesResponse><volumeSet/></DescribeVolumesResponse>");
        })) {
            Written.detail("""
                            call: "ec2:DescribeVolumes"
                            items: Volumes
                            by: {VolumeIds: KeyId}
                            with: {MaxResults: 7, Filters: []}
                            holding: Volumes
                            """).fetch().fetch(stub.site(), KEY);
        }
        assertThat(asked).singleElement().asString().contains("MaxResults=7", "VolumeId.1=k-1");
    }

    private static AssetType listing(String kind, String list) {
        return Written.type("type: aws.toy\ntitle: Toy\nkind: " + kind + "\nlist:\n" + list.indent(2));
    }

    private static List<Doc> listed(AssetType type, String contentType, String body) throws IOException {
        List<Doc> seen = new ArrayList<>();
        try (AwsStub stub = answering(200, contentType, body)) {
            assertThat(type.listing().walk().list(stub.site(), seen::add)).isInstanceOf(Outcome.Value.class);
        }
        return seen;
    }

    @Test
    void itemsLieBehindListsOfLists() throws IOException {
        AssetType instances = listing("compute.vm", """
                call: "ec2:DescribeInstances"
                items: "Reservations[].Instances[]"
                holding: Reservations
                narrows: none
                """);
        assertThat(listed(
                        instances,
                        "text/xml",
                        "<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId>"
                                + "</item></instancesSet></item><item><instancesSet><item><instanceId>i-2</instanceId></item>"
                                + "</instancesSet></item></reservationSet></DescribeInstancesResponse>"))
                .containsExactly(Doc.of("InstanceId", "i-1"), Doc.of("InstanceId", "i-2"));
        assertThat(instances.attributes().field("ImageId")).contains(Scalar.STRING);
    }

    @Test
    void textsOfAListBecomeObjects() throws IOException {
        AssetType queues = listing("messaging.queue", """
                call: "sqs:ListQueues"
                items: {QueueUrl: "QueueUrls[]"}
                nothing: a region without queues is answered without QueueUrls
                narrows: none
                """);
        assertThat(queues.attributes().fields()).containsOnlyKeys("QueueUrl");
        assertThat(listed(queues, "application/x-amz-json-1.0", "{\"QueueUrls\":[\"u\"]}"))
                .containsExactly(Doc.of("QueueUrl", "u"));
        assertThat(listed(queues, "application/x-amz-json-1.0", "{}")).isEmpty();
    }

    @Test
    void theTextOfAListedPolicyIsDecodedAndOneThatCannotBeIsUnknownByItself() throws IOException {
        AssetType roles = listing("identity.role", """
                call: "iam:ListRoles"
                items: Roles
                holding: Roles
                narrows: none
                without: [Tags]
                percent: AssumeRolePolicyDocument
                policy: AssumeRolePolicyDocument
                """);
        List<Doc> seen = listed(
                roles,
                "text/xml",
                "<ListRolesResponse><ListRolesResult><Roles>"
                        + role("a", "%7B%22Id%22%3A%22a+b%22%2C%22Statement%22%3A%5B%5D%7D")
                        + role("b", "%zz")
                        + "</Roles></ListRolesResult></ListRolesResponse>");
        assertThat(roles.attributes().fields()).containsKey("RoleName").doesNotContainKey("Tags");
        assertThat(seen.get(0).get("AssumeRolePolicyDocument"))
                .isEqualTo(Doc.of("Id", "a+b", "Statement", DocList.empty()));
        assertThat(said(seen.get(1).get("AssumeRolePolicyDocument")))
                .isEqualTo("the answer holds a text that is not URL-encoded");
        assertThat(seen.get(1).get("RoleName")).isEqualTo("b");
    }

    private static String role(String name, String policy) {
        return "<member><RoleName>" + name + "</RoleName><AssumeRolePolicyDocument>" + policy
                + "</AssumeRolePolicyDocument></member>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kms:ListKeys|kms:ListKyes|kms has no operation ListKyes",
                "kms:ListKeys|kns:ListKeys|did you mean kms?",
                "kms:ListKeys|kms:ScheduleKeyDeletion|it does not read",
                "kms:ListKeys|kms:Decrypt|it does not read, or hands out secrets",
                "items: Keys|items: Kyes|did you mean Keys?",
                "items: Keys|itmes: Keys|did you mean items?",
                "Limit: 7|Limits: 7|did you mean Limit?",
                "[KeyId]|[KeyIdd]|AWS has no KeyIdd",
                "narrows: none|narrows: nothing|here can only stand none",
                "narrows: none|once: year|here can stand asset, region or account",
                "holding: {Keys: [KeyId]}|absent: No|nothing proves an answer",
                "narrows: none|paging: {token: Marker, next: Truncated}|Truncated is no text",
                "narrows: none|permission: \"kms:CreateKey\"|SecurityAudit) does not have kms:CreateKey",
            })
    void aMisspeltWordOrWhatAwsDoesNotHaveIsOneSentenceWithItsPlace(String right, String wrong, String meant) {
        String list = """
                call: "kms:ListKeys"
                items: Keys
                with: {Limit: 7}
                holding: {Keys: [KeyId]}
                narrows: none
                """;
        assertThat(list).contains(right);
        String written = list.replace(right, wrong);
        assertThatThrownBy(() ->
                        listing("crypto.key", written.contains("narrows") ? written : written + "narrows: none\n"))
                .hasMessageContaining("type.yaml, line ")
                .hasMessageContaining(meant)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items: Keys|items: Kyes|line 11, column 12, field details.Detail.items: AWS has no Kyes",
                "{Keys: [KeyId]}|{Kyes: [KeyId]}|line 12, column 15, field details.Detail.holding.Kyes: AWS has no Kyes",
                "[KeyId]|[KeyId, KeyArm]|line 12, column 29, field details.Detail.holding.Keys[1]: AWS has no KeyArm",
                "{Keys: [KeyId]}|Kyes|line 12, column 14, field details.Detail.holding: AWS has no Kyes",
                "{Keys: [KeyId]}|[Keys, Kyes]|line 12, column 21, field details.Detail.holding[1]: AWS has no Kyes",
                "percent: KeyId|percent: KeyIdd|line 13, column 14, field details.Detail.percent: AWS has no KeyIdd"
            })
    void whatAwsDoesNotHaveIsSaidWhereItStands(String right, String wrong, String message) {
        String words = """
                call: "kms:ListKeys"
                with: {Limit: 7}
                items: Keys
                holding: {Keys: [KeyId]}
                percent: KeyId
                """;
        assertThatThrownBy(() -> Written.detail(words.replace(right, wrong))).hasMessageContaining(message);
    }

    @Test
    void aCallWithPagesThatNobodyFollowsIsRefused() {
        assertThatThrownBy(() -> Written.detail("call: \"kms:ListAliases\"\nby: {KeyId: KeyId}\nholding: Aliases\n"))
                .hasMessageContaining("type.yaml, line ")
                .hasMessageContaining("kms:ListAliases has pages; say where its items are");
    }
}
