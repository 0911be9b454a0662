package io.nephoscope.http.s3;

import io.nephoscope.http.Refused;
import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.Transport;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.http.rest.Endpoints;
import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.http.sign.Sigv4Signer;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.policy.NoPolicyException;
import io.nephoscope.inventory.policy.PolicyDocument;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks an object storage through the S3 protocol, which many clouds speak, and which says more of buckets than their own APIs do. */
public final class S3Client implements S3Reach {
    /** By what name endpoints and signatures know the service. */
    public static final String SERVICE = "s3";

    private static final Set<String> SIGNED_OUT = Set.of(
            "ExpiredToken", "InvalidAccessKeyId", "InvalidToken", "RequestTimeTooSkewed", "SignatureDoesNotMatch");
    private static final Set<String> THROTTLED = Set.of("SlowDown", "Throttling", "TooManyRequests");

    private final Transport transport;
    private final Endpoints endpoints;
    private final AccessKey key;
    private final Clock clock;

    public S3Client(Transport transport, Endpoints endpoints, AccessKey key, Clock clock) {
        this.transport = transport;
        this.endpoints = endpoints;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public S3Client storage() {
        return this;
    }

    /** {@code GetBucketAcl}. */
    Doc acl(Proof proof, String region, String bucket) throws IOException, InterruptedException {
        Xml list = required(expect(ask(region, bucket, "acl"), proof), "AccessControlList");
        return Doc.of(
                "Grants",
                DocList.copyOf(
                        list.children("Grant").stream().map(S3Client::grant).toList()));
    }

    private static Doc grant(Xml grant) {
        Xml to = required(grant, "Grantee");
        Doc.Builder grantee = Doc.builder();
        if (to.attributes().containsKey("type")) {
            grantee.put("Type", to.attributes().get("type"));
        }
        to.children().forEach(part -> grantee.put(part.name(), part.text()));
        return Doc.of(
                "Grantee",
                grantee.build(),
                "Permission",
                required(grant, "Permission").text());
    }

    /** {@code GetBucketEncryption}: the default encryption of objects. */
    Doc encryption(Proof proof, String region, String bucket) throws IOException, InterruptedException {
        Xml answer = expect(ask(region, bucket, "encryption"), proof);
        return Doc.of(
                "Rules",
                DocList.copyOf(answer.children("Rule").stream()
                        .flatMap(rule -> rule.child("ApplyServerSideEncryptionByDefault").stream())
                        .map(byDefault -> Doc.of(
                                "SSEAlgorithm",
                                required(byDefault, "SSEAlgorithm").text()))
                        .toList()));
    }

    private static Xml required(Xml element, String child) {
        return element.child(child).orElseThrow(() -> new UnusableAnswer(Proof.without(child)));
    }

    /** {@code GetBucketPolicy}: a JSON text. */
    Object policy(Proof proof, String region, String bucket) throws IOException, InterruptedException {
        String text = bucket(region, bucket, "policy").text();
        if (text.stripLeading().startsWith("<")) {
            // Perhaps an error that calls itself a success: XML is no policy.
            return expect(Xml.parse(text), proof);
        }
        try {
            Doc policy = PolicyDocument.parse(text);
            proof.missing(policy).ifPresent(member -> {
                throw new UnusableAnswer(Proof.without(member));
            });
            return policy;
        } catch (NoPolicyException e) {
            throw new UnusableAnswer(e.text());
        }
    }

    private Xml ask(String region, String bucket, String what) throws IOException, InterruptedException {
        return Xml.parse(bucket(region, bucket, what).text());
    }

    private Reply bucket(String region, String bucket, String what) throws IOException, InterruptedException {
        if (!bucket.matches("[A-Za-z0-9._-]{1,255}") || bucket.matches("\\.+")) {
            throw new UnusableAnswer(
                    Text.of("not sent, since \"{0}\" is no name of a bucket", "未发送：“{0}”不是存储桶名称", bucket));
        }
        Request request = Request.get(endpoints.of(SERVICE, region), "/" + bucket, Map.of(what, ""));
        Reply reply = transport.send(new Sigv4Signer(key, region, SERVICE)
                .sign(request, clock.instant())
                .with("user-agent", "nephoscope"));
        if (reply.status() == 200) {
            return reply;
        }
        throw error(reply);
    }

    private static Refused error(Reply reply) {
        Xml error;
        try {
            error = Xml.parse(reply.text());
        } catch (UnusableAnswer e) {
            return Refused.byAPage(reply);
        }
        String code = error.name().equals("Error") ? error.text("Code") : "";
        return new Refused(status(code, reply.status()), code, Text.quoted(error.text("Message")), reply.retryAfter());
    }

    /** The storage gives one status to what is refused for the caller, for its key, or for the moment. */
    private static int status(String code, int given) {
        if (SIGNED_OUT.contains(code)) {
            return 401;
        } else if (code.equals("AccessDenied")) {
            return 403;
        }
        return THROTTLED.contains(code) ? 429 : given;
    }

    /** What calls itself a success may be an error, or the page of whatever stands before the storage. */
    private static Xml expect(Xml answer, Proof proof) {
        if (answer.name().equals("Error")) {
            throw new Refused(
                    status(answer.text("Code"), 500),
                    answer.text("Code"),
                    Text.quoted(answer.text("Message")),
                    Optional.empty());
        } else if (!answer.name().equals(proof.document())) {
            throw new UnusableAnswer(Text.of("it is another answer ({0})", "这是另一个应答（{0}）", answer.name()));
        }
        proof.members().forEach(member -> required(answer, member));
        return answer;
    }
}
