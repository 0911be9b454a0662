package io.nephoscope.jdcloud.api;

import io.nephoscope.http.Percent;
import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code AWS4-HMAC-SHA256} for the S3 protocol, which JD Cloud's object storage speaks. */
public final class S3Signer implements Signer {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final JdCredentials credentials;
    private final String region;

    public S3Signer(JdCredentials credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String date = TIME.format(time);
        String day = date.substring(0, 8);
        String hash = Hashes.sha256(request.bodyBytes());
        Request dated = request.with("x-amz-content-sha256", hash).with("x-amz-date", date);
        Request whole = credentials
                .securityToken()
                .map(token -> dated.with("x-amz-security-token", token))
                .orElse(dated);
        TreeMap<String, String> signed = new TreeMap<>(whole.headers());
        signed.put("host", whole.host());
        String names = String.join(";", signed.keySet());
        String headers = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n", whole.method(), Percent.encode(whole.fullPath(), "/"), whole.queryText(), headers, names, hash);
        String scope = String.join("/", day, region, "s3", "aws4_request");
        String toSign = String.join("\n", ALGORITHM, date, scope, Hashes.sha256(canonical));
        byte[] key = Hashes.chain("AWS4" + credentials.secretKey(), day, region, "s3", "aws4_request");
        return whole.with(
                "authorization",
                ALGORITHM + " Credential=" + credentials.accessKey() + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + HexFormat.of().formatHex(Hashes.hmac(key, toSign)));
    }
}
