package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AnswerCalls.ACL;
import static io.nephoscope.aws.sdk.AnswerCalls.ALL;
import static io.nephoscope.aws.sdk.AnswerCalls.BLOCK;
import static io.nephoscope.aws.sdk.AnswerCalls.BUCKETS;
import static io.nephoscope.aws.sdk.AnswerCalls.ENCRYPTION;
import static io.nephoscope.aws.sdk.AnswerCalls.KEYS;
import static io.nephoscope.aws.sdk.AnswerCalls.LOCATION;
import static io.nephoscope.aws.sdk.AnswerCalls.POLICY;
import static io.nephoscope.aws.sdk.AnswerCalls.QUEUES;
import static io.nephoscope.aws.sdk.AnswerCalls.REGIONS;
import static io.nephoscope.aws.sdk.AnswerCalls.ROTATION;
import static io.nephoscope.aws.sdk.AnswerCalls.TOPIC;
import static io.nephoscope.aws.sdk.AnswerCalls.USERS;
import static io.nephoscope.aws.sdk.AnswerCalls.VERSIONING;
import static io.nephoscope.aws.sdk.AwsStub.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer must be and hold to be one, and that nothing else is taken for one. */
class AnswerProofTest {
    private static String ending(AwsCall<?, String, ?> call, String body) throws IOException {
        try (AwsStub stub = answering(200, "text/xml", body)) {
            return stub.ending(call);
        }
    }

    /** Each is a document of something else, with what might be read as an answer in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<maintenance/>",
                "<X></X>",
                "<ListAllMyBucketsResponse><Buckets/></ListAllMyBucketsResponse>",
                "<a:Status xmlns:a=\"b\"><Owner/><Grants/><Users/><regionInfo/></a:Status>",
                "<ServiceUnavailable><Buckets/><AccessControlList/><Status>Enabled</Status></ServiceUnavailable>",
                "{\"message\":\"Service Unavailable\"}",
                "{\"Message\":null,\"status\":{\"keys\":[]}}",
                "[]",
                "[{\"Keys\":[]}]",
                "null",
                "\"\"",
                "0"
            })
    void anotherAnswerIsNoAnswer(String body) throws IOException {
        for (AwsCall<?, String, ?> call : ALL) {
            // A policy is whatever JSON there is: what is none is told from its statements.
            if (call != POLICY || !body.startsWith("{")) {
                assertThat(ending(call, body)).as(call.operation().call()).startsWith("failed ");
            }
        }
    }

    @Test
    void aListThatHoldsSomethingElseIsNoEmptyList() throws IOException {
        assertThat(ending(
                        BUCKETS, "<ListAllMyBucketsResult><Buckets><maintenance/></Buckets></ListAllMyBucketsResult>"))
                .isEqualTo("failed UnusableAnswer: it holds something else in the list Buckets");
        assertThat(ending(BUCKETS, "<ListAllMyBucketsResult><Buckets><bucket/></Buckets></ListAllMyBucketsResult>"))
                .startsWith("failed ");
        assertThat(ending(
                        ACL,
                        "<AccessControlPolicy><Owner/><AccessControlList><maintenance/></AccessControlList>"
                                + "</AccessControlPolicy>"))
                .startsWith("failed ");
        assertThat(
                        ending(
                                REGIONS,
                                "<DescribeRegionsResponse><regionInfo>Service Unavailable</regionInfo></DescribeRegionsResponse>"))
                .startsWith("failed ");
        assertThat(
                        ending(
                                USERS,
                                "<ListUsersResponse><ListUsersResult><Users><item/></Users></ListUsersResult></ListUsersResponse>"))
                .startsWith("failed ");
        assertThat(ending(QUEUES, "{\"QueueUrls\":null}")).startsWith("failed ");
        assertThat(ending(QUEUES, "{\"QueueUrls\":\"Service Unavailable\"}")).startsWith("failed ");
        assertThat(ending(ROTATION, "{\"KeyRotationEnabled\":\"yes\"}"))
                .isEqualTo("failed UnusableAnswer: it says something else in the place of KeyRotationEnabled");
    }

    @Test
    void anAnswerThatHoldsNoMoreThanItMustIsOne() throws IOException {
        assertThat(ending(BUCKETS, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"))
                .isEqualTo("value");
        assertThat(ending(
                        ACL,
                        "<s:AccessControlPolicy xmlns:s=\"http://s3.amazonaws.com/doc/2006-03-01/\"><s:Owner/>"
                                + "<s:AccessControlList/></s:AccessControlPolicy>"))
                .isEqualTo("value");
        assertThat(ending(VERSIONING, "<VersioningConfiguration/>")).isEqualTo("value");
        assertThat(ending(VERSIONING, "<GetBucketVersioningResponse/>")).isEqualTo("value");
        assertThat(ending(LOCATION, "<LocationConstraint/>")).isEqualTo("value");
        assertThat(ending(
                        ENCRYPTION,
                        "<ServerSideEncryptionConfiguration><Rule/><Rule/></ServerSideEncryptionConfiguration>"))
                .isEqualTo("value");
        assertThat(ending(POLICY, "{\"Statement\":[]}")).isEqualTo("value");
        assertThat(ending(
                        BLOCK,
                        "<PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls>"
                                + "</PublicAccessBlockConfiguration>"))
                .isEqualTo("value");
        assertThat(ending(REGIONS, "<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>"))
                .isEqualTo("value");
        assertThat(ending(USERS, "<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>"))
                .isEqualTo("value");
        assertThat(ending(TOPIC, topic(""))).isEqualTo("value");
        assertThat(ending(KEYS, "{\"Keys\":[]}")).isEqualTo("value");
        assertThat(ending(ROTATION, "{\"KeyRotationEnabled\":false}")).isEqualTo("value");
        assertThat(ending(QUEUES, "{}")).isEqualTo("value");
        assertThat(ending(QUEUES, "{\"NextToken\":null,\"new\":1}")).isEqualTo("value");
    }

    private static String topic(String more) {
        return "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes><entry><key>TopicArn</key><value>a"
                + "</value></entry>" + more + "</Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>";
    }

    @Test
    void whatLeavesOutWhatIsAlwaysSentIsNoAnswer() throws IOException {
        String missing = "failed UnusableAnswer: it leaves out what is always sent ";

        assertThat(ending(BUCKETS, "<ListAllMyBucketsResult><Owner/></ListAllMyBucketsResult>"))
                .isEqualTo(missing + "(Buckets)");
        assertThat(ending(ACL, "<AccessControlPolicy><Owner/></AccessControlPolicy>"))
                .isEqualTo(missing + "(Grants)");
        assertThat(ending(ACL, "<AccessControlPolicy/>")).isEqualTo(missing + "(Owner)");
        assertThat(ending(ENCRYPTION, "<ServerSideEncryptionConfiguration/>"))
                .isEqualTo(missing + "(ServerSideEncryptionConfiguration.Rules)");
        assertThat(ending(BLOCK, "<PublicAccessBlockConfiguration/>"))
                .isEqualTo(missing + "(PublicAccessBlockConfiguration.BlockPublicAcls)");
        assertThat(ending(REGIONS, "<DescribeRegionsResponse/>")).isEqualTo(missing + "(Regions)");
        assertThat(ending(USERS, "<ListUsersResponse><ListUsersResult/></ListUsersResponse>"))
                .isEqualTo(missing + "(Users)");
        assertThat(ending(USERS, "<ListUsersResponse/>")).isEqualTo(missing + "(Users)");
        assertThat(ending(TOPIC, topic("").replace("TopicArn", "Owner"))).isEqualTo(missing + "(Attributes.TopicArn)");
        assertThat(ending(TOPIC, topic("").replace("<value>a</value>", "<value/>")))
                .isEqualTo(missing + "(Attributes.TopicArn)");
        assertThat(ending(KEYS, "{}")).isEqualTo(missing + "(Keys)");
        assertThat(ending(KEYS, "{\"Keys\":null}")).isEqualTo("failed UnusableAnswer: it is no answer to ListKeys");
        assertThat(ending(ROTATION, "{}")).isEqualTo(missing + "(KeyRotationEnabled)");
        assertThat(ending(QUEUES, "{\"message\":\"Service Unavailable\"}"))
                .isEqualTo("failed UnusableAnswer: it is no answer to ListQueues");
    }

    @Test
    void whatIsOfAnotherKindThanItMustBeIsNoAnswer() throws IOException {
        for (String keys : List.of("\"none\"", "{}", "0", "[0]", "[\"a\"]", "[[]]")) {
            assertThat(ending(KEYS, "{\"Keys\":" + keys + "}")).as(keys).startsWith("failed ");
        }
        for (String rotation : List.of("1", "{}", "[]")) {
            assertThat(ending(ROTATION, "{\"KeyRotationEnabled\":" + rotation + "}"))
                    .as(rotation)
                    .startsWith("failed ");
        }
    }

    @Test
    void whatSaysSomethingTwiceIsNoAnswer() throws IOException {
        String twice = "failed UnusableAnswer: it says twice what there is once ";
        String users = "<ListUsersResult><Users/></ListUsersResult>";

        assertThat(ending(KEYS, "{\"Keys\":[{\"KeyId\":\"a\"}],\"Keys\":[]}"))
                .isEqualTo("failed UnusableAnswer: it says something twice, or goes on behind its end");
        assertThat(ending(KEYS, "{\"Keys\":[{\"KeyId\":\"a\",\"KeyId\":\"b\"}]}"))
                .startsWith("failed UnusableAnswer");
        assertThat(ending(POLICY, "{\"Statement\":[],\"Statement\":[]}")).startsWith("failed UnusableAnswer");
        assertThat(ending(
                        VERSIONING,
                        "<VersioningConfiguration><Status>Suspended</Status><Status>Enabled</Status>"
                                + "</VersioningConfiguration>"))
                .isEqualTo(twice + "(Status)");
        assertThat(ending(
                        BUCKETS,
                        "<ListAllMyBucketsResult><Buckets><Bucket><Name>a</Name></Bucket></Buckets><Buckets/>"
                                + "</ListAllMyBucketsResult>"))
                .isEqualTo(twice + "(Buckets)");
        assertThat(ending(
                        BUCKETS,
                        "<ListAllMyBucketsResult><Buckets><Bucket><Name>a</Name><Name>b</Name></Bucket></Buckets>"
                                + "</ListAllMyBucketsResult>"))
                .isEqualTo(twice + "(Name)");
        assertThat(ending(USERS, "<ListUsersResponse>" + users + users + "</ListUsersResponse>"))
                .isEqualTo(twice + "(ListUsersResult)");
        assertThat(ending(TOPIC, topic("<entry><key>TopicArn</key><value>b</value></entry>")))
                .isEqualTo(twice + "(TopicArn)");
        assertThat(ending(TOPIC, topic("<entry><key>Owner</key><value>TopicArn</value></entry>")))
                .isEqualTo("value");
    }

    @Test
    void whatGoesOnBehindItsEndIsNoAnswer() throws IOException {
        for (String more : List.of("{}", "x", "{\"Keys\":[{\"KeyId\":\"a\"}]}", "<html></html>")) {
            assertThat(ending(KEYS, "{\"Keys\":[]}" + more)).startsWith("failed UnusableAnswer: it ");
            assertThat(ending(VERSIONING, "<VersioningConfiguration/>" + more))
                    .startsWith("failed UnusableAnswer: it ");
        }
        assertThat(ending(KEYS, "{\"Keys\":[]}\r\n ")).isEqualTo("value");
        assertThat(ending(VERSIONING, "<VersioningConfiguration/>\n<!-- served by a -->\n"))
                .isEqualTo("value");
    }

    @Test
    void anItemThatComesInPartIsKeptAndTheListingIsNotWhole() throws IOException {
        Listing volumes = listing("storage.disk", """
                call: "ec2:DescribeVolumes"
                items: Volumes
                holding: {Volumes: [VolumeId, Encrypted]}
                narrows: none
                """);
        List<Doc> seen = new ArrayList<>();
        try (AwsStub stub = answering(
                200,
                "text/xml",
                "<DescribeVolumesResponse><volumeSet><item><volumeId>a</volumeId></item><item><volumeId>b</volumeId>"
                        + "<encrypted>true</encrypted></item></volumeSet></DescribeVolumesResponse>")) {
            Outcome<Integer> whole = volumes.walk().list(stub.site(), seen::add);

            assertThat(whole.cause("", "").outcome()).isEqualTo(Status.FAILED);
            assertThat(whole.cause("", "").message().en())
                    .isEqualTo("of an item it leaves out what is always sent (Encrypted)");
            assertThat(seen).extracting(item -> item.text("VolumeId")).containsExactly("a", "b");
            assertThat(seen.get(0).get("Encrypted"))
                    .isInstanceOfSatisfying(
                            Unknown.class,
                            unknown -> assertThat(unknown.causes())
                                    .singleElement()
                                    .extracting("call", "permission")
                                    .containsExactly("ec2:DescribeVolumes", "ec2:DescribeVolumes"));
            assertThat(seen.get(1).get("Encrypted")).isEqualTo(true);
        }
    }

    @Test
    void aPageThatSaysThereIsMoreAndNotWhereIsNotTheLast() throws IOException {
        Listing users = listing("identity.user", """
                call: "iam:ListUsers"
                items: Users
                holding: Users
                narrows: none
                """);
        try (AwsStub stub = answering(
                200,
                "text/xml",
                "<ListUsersResponse><ListUsersResult><Users/><IsTruncated>true</IsTruncated></ListUsersResult>"
                        + "</ListUsersResponse>")) {
            assertThat(users.walk()
                            .list(stub.site(), user -> {})
                            .cause("", "")
                            .message()
                            .en())
                    .isEqualTo("it says that there is more, and not where to go on");
        }
    }

    private static Listing listing(String kind, String words) {
        return Written.type("type: aws.toy\ntitle: Toy\nkind: " + kind + "\nlist:\n" + words.indent(2))
                .listing();
    }
}
