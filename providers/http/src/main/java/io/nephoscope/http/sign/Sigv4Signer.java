package io.nephoscope.http.sign;

import io.nephoscope.http.Percent;
import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** {@code AWS4-HMAC-SHA256}: of AWS, and of what speaks the S3 protocol, which wants the hash of the body as a header too. */
public final class Sigv4Signer implements Signer {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String END = "aws4_request";
    private static final String S3 = "s3";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AccessKey key;
    private final String region;
    private final String service;

    public Sigv4Signer(AccessKey key, String region, String service) {
        this.key = key;
        this.region = region;
        this.service = service;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String date = TIME.format(time);
        String day = date.substring(0, 8);
        String hash = Hashes.sha256(request.bodyBytes());
        Request dated = request.with("x-amz-date", date);
        Request hashed = service.equals(S3) ? dated.with("x-amz-content-sha256", hash) : dated;
        Request whole = key.token()
                .map(token -> hashed.with("x-amz-security-token", token))
                .orElse(hashed);
        SignedHeaders signed = SignedHeaders.all(whole);
        String canonical = signed.canonical(whole, path(whole), hash);
        String scope = String.join("/", day, region, service, END);
        String toSign = String.join("\n", ALGORITHM, date, scope, Hashes.sha256(canonical));
        byte[] derived = Hashes.chain("AWS4" + key.secret(), day, region, service, END);
        return whole.with(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + "/" + scope + ", SignedHeaders=" + signed.names()
                        + ", Signature=" + HexFormat.of().formatHex(Hashes.hmac(derived, toSign)));
    }

    /** Every service but S3 signs the path as it is sent, encoded once more. */
    private String path(Request request) {
        return service.equals(S3) ? request.fullPath() : Percent.encode(request.sentPath(), "/");
    }
}
