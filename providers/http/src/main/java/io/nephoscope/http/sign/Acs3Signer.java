package io.nephoscope.http.sign;

import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * {@code ACS3-HMAC-SHA256} of Alibaba Cloud: the secret is the key, and what is called and its version are headers ({@code x-acs-action},
 * {@code x-acs-version}), which are signed as every header of that family is.
 */
public final class Acs3Signer implements Signer {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private final AccessKey key;
    private final Supplier<String> nonce;

    /** @param nonce a new one for each request */
    public Acs3Signer(AccessKey key, Supplier<String> nonce) {
        this.key = key;
        this.nonce = nonce;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String hash = Hashes.sha256(request.bodyBytes());
        Request dated = request.with(
                        "x-acs-date", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .with("x-acs-signature-nonce", nonce.get())
                .with("x-acs-content-sha256", hash);
        Request whole = key.token()
                .map(token -> dated.with("x-acs-security-token", token))
                .orElse(dated);
        TreeMap<String, String> family = new TreeMap<>(whole.headers());
        family.put("host", whole.host());
        family.keySet()
                .removeIf(name -> !name.startsWith("x-acs-") && !name.equals("host") && !name.equals("content-type"));
        SignedHeaders signed = new SignedHeaders(family);
        String canonical = signed.canonical(whole, whole.fullPath(), hash);
        String toSign = ALGORITHM + "\n" + Hashes.sha256(canonical);
        byte[] secret = key.secret().getBytes(StandardCharsets.UTF_8);
        return whole.with(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + ",SignedHeaders=" + signed.names() + ",Signature="
                        + HexFormat.of().formatHex(Hashes.hmac(secret, toSign)));
    }
}
