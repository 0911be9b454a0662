package io.nephoscope.http.sign;

import io.nephoscope.inventory.Secrets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key with its secret.
 *
 * @param token of a key that was handed out for a time; empty for one that lasts
 */
public record AccessKey(String id, String secret, Optional<String> token) {
    public AccessKey {
        secrets(secret, token).forEach(Secrets::know);
    }

    /** What nobody may see of it. */
    public Stream<String> secrets() {
        return secrets(secret, token);
    }

    private static Stream<String> secrets(String secret, Optional<String> token) {
        return Stream.concat(Stream.of(secret), token.stream());
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return id;
    }
}
