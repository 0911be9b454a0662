package io.nephoscope.inventory.gateway;

/**
 * What a provider's error means.
 *
 * @param sort what to do about it
 * @param code the provider's own code, as {@code NoSuchBucketPolicy}; empty where it gave none
 * @param message the provider's own words, without request ids, so that the same error reads the same twice
 */
public record Failure(Sort sort, String code, String message) {
    /** What to do about an error. */
    public enum Sort {
        /** A permission is missing, or the credentials are refused. */
        DENIED,
        /** Slow down and try again. */
        THROTTLED,
        /** Trying again may help: network, time-out, server error. */
        TRANSIENT,
        /** Trying again will not help. */
        PERMANENT
    }

    /** Reads a provider's errors. */
    @FunctionalInterface
    public interface Reader {
        Failure read(Throwable error);
    }
}
