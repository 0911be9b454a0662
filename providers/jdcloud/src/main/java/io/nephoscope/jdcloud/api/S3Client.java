package io.nephoscope.jdcloud.api;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.Transport;
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

/** Asks the object storage through the S3 protocol, which says more of its buckets than JD Cloud's own API does. */
public final class S3Client {
    private static final Set<String> SIGNED_OUT = Set.of(
            "ExpiredToken", "InvalidAccessKeyId", "InvalidToken", "RequestTimeTooSkewed", "SignatureDoesNotMatch");
    private static final Set<String> THROTTLED = Set.of("SlowDown", "Throttling", "TooManyRequests");

    private final Transport transport;
    private final JdEndpoints endpoints;
    private final JdCredentials credentials;
    private final Clock clock;

    public S3Client(Transport transport, JdEndpoints endpoints, JdCredentials credentials, Clock clock) {
        this.transport = transport;
        this.endpoints = endpoints;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** {@code GetBucketAcl}. */
    public Doc acl(Proof proof, String region, String bucket) throws IOException, InterruptedException {
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
    public Doc encryption(Proof proof, String region, String bucket) throws IOException, InterruptedException {
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
    public Object policy(Proof proof, String region, String bucket) throws IOException, InterruptedException {
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
        Request request = Request.get(endpoints.of(JdEndpoints.STORAGE, region), "/" + bucket, Map.of(what, ""));
        Reply reply = transport.send(
                new S3Signer(credentials, region).sign(request, clock.instant()).with("user-agent", "nephoscope"));
        if (reply.status() == 200) {
            return reply;
        }
        throw error(reply);
    }

    private static JdError error(Reply reply) {
        Xml error;
        try {
            error = Xml.parse(reply.text());
        } catch (UnusableAnswer e) {
            return new JdError(reply.status(), "", JdClient.A_PAGE, RetryAfter.of(reply));
        }
        String code = error.name().equals("Error") ? error.text("Code") : "";
        return new JdError(
                status(code, reply.status()), code, Text.quoted(error.text("Message")), RetryAfter.of(reply));
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
            throw new JdError(
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
