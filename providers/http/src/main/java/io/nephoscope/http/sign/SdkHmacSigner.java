package io.nephoscope.http.sign;

import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** {@code SDK-HMAC-SHA256} of Huawei Cloud: the secret is the key, and the path that is signed always ends with a slash. */
public final class SdkHmacSigner implements Signer {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AccessKey key;

    public SdkHmacSigner(AccessKey key) {
        this.key = key;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String date = TIME.format(time);
        Request dated = request.with("x-sdk-date", date);
        Request whole =
                key.token().map(token -> dated.with("x-security-token", token)).orElse(dated);
        SignedHeaders signed = SignedHeaders.all(whole);
        String path = whole.fullPath();
        String canonical =
                signed.canonical(whole, path.endsWith("/") ? path : path + "/", Hashes.sha256(request.bodyBytes()));
        String toSign = String.join("\n", ALGORITHM, date, Hashes.sha256(canonical));
        byte[] secret = key.secret().getBytes(StandardCharsets.UTF_8);
        return whole.with(
                "authorization",
                ALGORITHM + " Access=" + key.id() + ", SignedHeaders=" + signed.names() + ", Signature="
                        + HexFormat.of().formatHex(Hashes.hmac(secret, toSign)));
    }
}
