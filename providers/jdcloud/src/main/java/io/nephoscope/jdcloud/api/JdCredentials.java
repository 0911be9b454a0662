package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Secrets;
import java.util.Optional;

/** An access key, and the token of one that was handed out for a time. */
public record JdCredentials(String accessKey, String secretKey, Optional<String> securityToken) {
    public JdCredentials {
        Secrets.know(secretKey);
        securityToken.ifPresent(Secrets::know);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return accessKey;
    }
}
