package io.nephoscope.jdcloud.api;

import java.util.Optional;

/** An access key, and the token of one that was handed out for a time. */
public record JdCredentials(String accessKey, String secretKey, Optional<String> securityToken) {
    /** Never the secrets. */
    @Override
    public String toString() {
        return accessKey;
    }
}
