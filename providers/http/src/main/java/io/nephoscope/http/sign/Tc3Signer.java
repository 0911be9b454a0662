package io.nephoscope.http.sign;

import io.nephoscope.http.Request;
import io.nephoscope.http.Signer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code TC3-HMAC-SHA256} of Tencent Cloud. What is called, its version and its region are headers of the request, and not signed. The
 * service of the scope must be said: a private address does not tell it.
 */
public final class Tc3Signer implements Signer {
    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String END = "tc3_request";
    private static final String TYPE = "content-type";

    private final AccessKey key;
    private final String service;

    public Tc3Signer(AccessKey key, String service) {
        this.key = key;
        this.service = service;
    }

    @Override
    public Request sign(Request request, Instant time) {
        String seconds = String.valueOf(time.getEpochSecond());
        String day = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
        String type = request.headers().getOrDefault(TYPE, "application/json; charset=utf-8");
        Request dated = request.with(TYPE, type).with("x-tc-timestamp", seconds);
        SignedHeaders signed = new SignedHeaders(new TreeMap<>(Map.of(TYPE, type, "host", request.host())));
        // The path of what is signed is always the root.
        String canonical = signed.canonical(dated, "/", Hashes.sha256(request.bodyBytes()));
        String scope = String.join("/", day, service, END);
        String toSign = String.join("\n", ALGORITHM, seconds, scope, Hashes.sha256(canonical));
        byte[] derived = Hashes.chain("TC3" + key.secret(), day, service, END);
        Request whole = dated.with(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + "/" + scope + ", SignedHeaders=" + signed.names()
                        + ", Signature=" + HexFormat.of().formatHex(Hashes.hmac(derived, toSign)));
        return key.token().map(token -> whole.with("x-tc-token", token)).orElse(whole);
    }
}
