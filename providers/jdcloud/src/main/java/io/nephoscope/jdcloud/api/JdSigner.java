package io.nephoscope.jdcloud.api;

import io.nephoscope.http.Percent;
import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * {@code JDCLOUD2-HMAC-SHA256}. The colon of an operation's name stands in the path as it is, and encoded in what is signed. The
 * token of temporary credentials travels beside the signature, in Base64.
 */
public final class JdSigner implements Signer {
    private static final String ALGORITHM = "JDCLOUD2-HMAC-SHA256";
    private static final String END = "jdcloud2_request";
    private static final String SIGNED = "content-type;host;x-jdcloud-date;x-jdcloud-nonce";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final JdCredentials credentials;
    private final String region;
    private final String service;
    private final Supplier<String> nonce;

    /**
     * @param region of the signature's scope: see {@link JdEndpoints#signedRegion}
     * @param nonce a new one for each request
     */
    public JdSigner(JdCredentials credentials, String region, String service, Supplier<String> nonce) {
        this.credentials = credentials;
        this.region = region;
        this.service = service;
        this.nonce = nonce;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String date = TIME.format(time);
        String day = DAY.format(time);
        String type = "application/json";
        String once = nonce.get();
        String canonical = String.join(
                "\n",
                request.method(),
                Percent.encode(request.fullPath(), "/"),
                request.queryText(),
                "content-type:" + type,
                "host:" + request.host(),
                "x-jdcloud-date:" + date,
                "x-jdcloud-nonce:" + once,
                "",
                SIGNED,
                Hashes.sha256(request.bodyBytes()));
        String scope = String.join("/", day, region, service, END);
        String toSign = String.join("\n", ALGORITHM, date, scope, Hashes.sha256(canonical));
        byte[] key = Hashes.chain("JDCLOUD2" + credentials.secretKey(), day, region, service, END);
        String signature = HexFormat.of().formatHex(Hashes.hmac(key, toSign));
        Request signed = request.with("content-type", type)
                .with("x-jdcloud-date", date)
                .with("x-jdcloud-nonce", once)
                .with(
                        "authorization",
                        ALGORITHM + " Credential=" + credentials.accessKey() + "/" + scope + ", SignedHeaders=" + SIGNED
                                + ", Signature=" + signature);
        return credentials
                .securityToken()
                .map(token -> signed.with(
                        "x-jdcloud-security-token",
                        Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))))
                .orElse(signed);
    }
}
