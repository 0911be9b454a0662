package io.nephoscope.http.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes that signatures are made of. */
final class Hashes {
    private static final String HMAC = "HmacSHA256";

    private Hashes() {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw everyJdkHasIt(e);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key made of a secret and what it may be used for, one after the other. */
    static byte[] chain(String secret, String... uses) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        for (String use : uses) {
            key = hmac(key, use);
        }
        return key;
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw everyJdkHasIt(e);
        }
    }

    private static IllegalStateException everyJdkHasIt(GeneralSecurityException e) {
        return new IllegalStateException("every JDK has SHA-256", e);
    }
}
