package io.nephoscope.http.sign;

import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * {@code JDCLOUD2-HMAC-SHA256} of JD Cloud. The colon of an operation's name stands in the path as it is, and encoded in what is
 * signed. The token of temporary credentials travels beside the signature, in Base64.
 */
public final class Jdcloud2Signer implements Signer {
    private static final String ALGORITHM = "JDCLOUD2-HMAC-SHA256";
    private static final String END = "jdcloud2_request";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AccessKey key;
    private final String region;
    private final String service;
    private final Supplier<String> nonce;

    /** @param nonce a new one for each request */
    public Jdcloud2Signer(AccessKey key, String region, String service, Supplier<String> nonce) {
        this.key = key;
        this.region = region;
        this.service = service;
        this.nonce = nonce;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String date = TIME.format(time);
        String day = date.substring(0, 8);
        Request dated = request.with("content-type", "application/json")
                .with("x-jdcloud-date", date)
                .with("x-jdcloud-nonce", nonce.get());
        SignedHeaders signed = signed(dated);
        String canonical = signed.canonical(dated, dated.fullPath(), Hashes.sha256(request.bodyBytes()));
        String scope = String.join("/", day, region, service, END);
        String toSign = String.join("\n", ALGORITHM, date, scope, Hashes.sha256(canonical));
        byte[] derived = Hashes.chain("JDCLOUD2" + key.secret(), day, region, service, END);
        Request whole = dated.with(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + "/" + scope + ", SignedHeaders=" + signed.names()
                        + ", Signature=" + HexFormat.of().formatHex(Hashes.hmac(derived, toSign)));
        return key.token()
                .map(token -> whole.with(
                        "x-jdcloud-security-token",
                        Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))))
                .orElse(whole);
    }

    /** JD Cloud signs these four, whatever else is sent. */
    private static SignedHeaders signed(Request request) {
        TreeMap<String, String> four = new TreeMap<>(request.headers());
        four.put("host", request.host());
        four.keySet()
                .removeIf(name -> !name.equals("content-type")
                        && !name.equals("host")
                        && !name.equals("x-jdcloud-date")
                        && !name.equals("x-jdcloud-nonce"));
        return new SignedHeaders(four);
    }
}
