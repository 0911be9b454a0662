package io.nephoscope.jdcloud.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Transport;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer must be and hold to be one. */
class JdAnswersTest {
    private static final JdCredentials KEY = new JdCredentials("key", "secret", Optional.empty());
    private static final JdCall SSL =
            JdCall.get("rds", "describeSSL", "/regions/{regionId}/ssl").holding("available");
    private static final JdCall DISKS = JdCall.get("disk", "describeDisks", "/regions/{regionId}/disks")
            .lists("disks")
            .each("encrypted");
    private static final Proof ACL = Proof.holding("Owner", "AccessControlList").in("AccessControlPolicy");
    private static final Proof ENCRYPTION = Proof.holding("Rule").in("ServerSideEncryptionConfiguration");

    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(5), 1, 1, Duration.ZERO, Duration.ZERO, 10_000), Pace.REAL);

    @AfterEach
    void close() {
        gateway.close();
    }

    private Site answering(String body) {
        Clock clock = Clock.systemUTC();
        JdEndpoints endpoints = new JdEndpoints(Optional.empty(), Map.of());
        Transport transport = request -> new Reply(200, Map.of(), body);
        JdAccount account = new JdAccount(
                new JdClient(transport, endpoints, KEY, clock),
                new S3Client(transport, endpoints, KEY, clock),
                List.of(),
                clock);
        return Site.of("jdcloud", new Scope("", "1", "cn-north-1"), account, new JdFailures(KEY), gateway);
    }

    private String ssl(String body) {
        return words(JdDetail.ask(answering(body), SSL, Question.ALL, result -> result));
    }

    private static String words(Outcome<?> outcome) {
        Cause cause = outcome.cause("", "");
        return (cause.outcome().label() + " " + cause.message().en()).strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"result\":{\"available\":false}} | value",
                "{\"result\":{}} | failed UnusableAnswer: it leaves out what is always sent (available)",
                "{\"result\":{\"available\":null}} | failed UnusableAnswer: it leaves out what is always sent (available)",
                "{\"message\":\"Service Unavailable\"} | failed UnusableAnswer: it holds neither a result nor an error",
                "[] | failed UnusableAnswer: it is no object",
                "null | failed UnusableAnswer: it is no object",
                "{\"result\":{\"available\":true}} {} | failed UnusableAnswer: it is no JSON, or says a key twice;"
                        + " check the endpoint and the proxy",
                "{\"result\":{\"available\":true,\"available\":false}} | failed UnusableAnswer: it is no JSON, or says a"
                        + " key twice; check the endpoint and the proxy",
                "{\"result\":{\"available\":true},\"result\":{\"available\":false}} | failed UnusableAnswer: it is no"
                        + " JSON, or says a key twice; check the endpoint and the proxy"
            })
    void aDetailHoldsWhatIsAlwaysSent(String body, String ending) {
        assertThat(ssl(body)).isEqualTo(ending);
    }

    @Test
    void anItemThatComesInPartIsKeptAndTheListingIsNotWhole() {
        List<Doc> came = new ArrayList<>();
        Outcome<Integer> whole = JdListing.walk(
                answering("{\"result\":{\"totalCount\":2,\"disks\":[{\"diskId\":\"a\",\"zone\":\"\"},"
                        + "{\"diskId\":\"b\",\"encrypted\":false}]}}"),
                DISKS,
                Question.ALL,
                "diskId",
                came::add);

        assertThat(words(whole))
                .isEqualTo("failed UnusableAnswer: of an item it leaves out what is always sent (encrypted)");
        assertThat(came).hasSize(2);
        assertThat(came.get(0).get("encrypted")).isInstanceOf(Unknown.class);
        assertThat(came.get(0).has("zone")).as("an empty name is none").isFalse();
        assertThat(came.get(1)).isEqualTo(Doc.of("diskId", "b", "encrypted", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<AccessControlPolicy><Owner/><AccessControlList/></AccessControlPolicy> | value",
                "<AccessControlPolicy><Owner/></AccessControlPolicy> | leaves out what is always sent (AccessControlList)",
                "<AccessControlPolicy><AccessControlList/></AccessControlPolicy> | leaves out what is always sent (Owner)",
                "<maintenance><Owner/><AccessControlList/></maintenance> | it is another answer (maintenance)",
                "<AccessControlPolicy><Owner/><AccessControlList/><AccessControlList/></AccessControlPolicy>"
                        + " | it says twice what there is once (AccessControlList)",
                "<AccessControlPolicy><Owner/><AccessControlList/></AccessControlPolicy>x | goes on behind its end",
                "<AccessControlPolicy><Owner/><AccessControlList><Grant><Grantee/></Grant></AccessControlList>"
                        + "</AccessControlPolicy> | leaves out what is always sent (Permission)",
                "{\"message\":\"Service Unavailable\"} | it is no XML"
            })
    void anAclIsADocumentOfItsOwnNameThatHoldsWhatIsAlwaysSent(String body, String ending) {
        Operation read = Operation.of("oss", "GetBucketAcl", "").proven(ACL);
        Site site = answering(body);
        assertThat(words(site.call(
                        read, () -> site.client(JdAccount.class).storage().acl(ACL, "cn-north-1", "lake"))))
                .contains(ending);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Statement\":[]} | value",
                "{\"message\":\"Service Unavailable\"} | leaves out what is always sent (Statement)",
                "[] | the answer holds a text that is no JSON object",
                "<Policy/> | it is another answer (Policy)"
            })
    void aPolicyHasStatements(String body, String ending) {
        Proof proof = Proof.holding("Statement");
        Site site = answering(body);
        assertThat(words(site.call(
                        Operation.of("oss", "GetBucketPolicy", ""),
                        () -> site.client(JdAccount.class).storage().policy(proof, "cn-north-1", "lake"))))
                .contains(ending);
    }

    @Test
    void anEncryptionHasARule() {
        Site site = answering("<ServerSideEncryptionConfiguration/>");
        assertThat(words(site.call(
                        Operation.of("oss", "GetBucketEncryption", ""),
                        () -> site.client(JdAccount.class).storage().encryption(ENCRYPTION, "cn-north-1", "lake"))))
                .endsWith("leaves out what is always sent (Rule)");
    }
}
