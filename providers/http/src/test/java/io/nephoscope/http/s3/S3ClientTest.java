package io.nephoscope.http.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.rest.RestFailures;
import io.nephoscope.http.rest.Service;
import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.yaml.YamlNode;
import java.net.URI;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of an object storage must be and hold to be one. */
class S3ClientTest {
    private static final Proof ACL = Proof.holding("Owner", "AccessControlList").in("AccessControlPolicy");
    private static final Proof ENCRYPTION = Proof.holding("Rule").in("ServerSideEncryptionConfiguration");
    private static final Service SERVICE = Service.read(YamlNode.parse(
            "hill.yaml", "{service: hill, url: 'https://hill.example', errors: {gone: [NoSuchBucket]}, calls: {}}"));

    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(5), 1, 1, Duration.ZERO, Duration.ZERO, 10_000), Pace.REAL);
    private final List<Request> asked = new ArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    private Site answering(String body) {
        return answering(new Reply(200, Map.of(), body));
    }

    private Site answering(Reply reply) {
        S3Client storage = new S3Client(
                request -> {
                    asked.add(request);
                    return reply;
                },
                (service, region) -> URI.create("https://" + service + "." + region + ".hill.example"),
                new AccessKey("key", "secret", Optional.empty()),
                Clock.systemUTC());
        return Site.of(
                "hill", new Scope("", "1", "north"), storage, new RestFailures(SERVICE, List.of("secret")), gateway);
    }

    private static String words(Outcome<?> outcome) {
        Cause cause = outcome.cause("", "");
        return (cause.outcome().label() + " " + cause.message().en()).strip();
    }

    private String acl(Site site, String bucket) {
        return words(site.call(
                Operation.of("oss", "GetBucketAcl", ""),
                () -> site.client(S3Reach.class).storage().acl(ACL, "north", bucket)));
    }

    @Test
    void aBucketIsAskedWhereItLivesWithASignatureForThere() {
        acl(answering("<AccessControlPolicy><Owner/><AccessControlList/></AccessControlPolicy>"), "lake");
        assertThat(asked.get(0).toString()).isEqualTo("GET https://s3.north.hill.example/lake?acl=");
        assertThat(asked.get(0).headers().get("authorization")).contains("/north/s3/aws4_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a?b", "小明"})
    void whatIsNoNameOfABucketIsNotSent(String bucket) {
        assertThat(acl(answering("<x/>"), bucket)).contains("not sent");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | AccessDenied | denied AccessDenied: no",
                "403 | SignatureDoesNotMatch | signed_out SignatureDoesNotMatch: no",
                "403 | RequestTimeTooSkewed | signed_out RequestTimeTooSkewed: the clock here and the provider's differ: no",
                "503 | SlowDown | throttled SlowDown: no",
                "404 | NoSuchBucket | failed NoSuchBucket: no",
                "500 | InternalError | failed InternalError: no",
                "200 | AccessDenied | denied AccessDenied: no",
                "200 | InternalError | failed InternalError: no"
            })
    void anErrorMeansWhatItsCodeSaysWhateverItsStatus(int status, String code, String ending) {
        String body = "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
        assertThat(acl(answering(new Reply(status, Map.of(), body)), "lake")).isEqualTo(ending);
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
                        read, () -> site.client(S3Reach.class).storage().acl(ACL, "north", "lake"))))
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
                        () -> site.client(S3Reach.class).storage().policy(proof, "north", "lake"))))
                .contains(ending);
    }

    @Test
    void anEncryptionHasARule() {
        Site site = answering("<ServerSideEncryptionConfiguration/>");
        assertThat(words(site.call(
                        Operation.of("oss", "GetBucketEncryption", ""),
                        () -> site.client(S3Reach.class).storage().encryption(ENCRYPTION, "north", "lake"))))
                .endsWith("leaves out what is always sent (Rule)");
    }
}
