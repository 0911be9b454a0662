package io.nephoscope.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By which a file of a finished snapshot is known to be what was written: it stands in the manifest, which is sealed by
 * {@link SealedJson}. What a collection that goes on, or that was cut off, has appended so far is under no seal yet.
 *
 * @param lines how many it has
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record Seal(
        @JsonProperty(required = true) long lines,
        @JsonProperty(required = true) String sha256) {

    /** Of one text that has no lines. */
    static Seal of(byte[] bytes) {
        Counter counter = new Counter();
        counter.bytes(bytes, bytes.length);
        return counter.seal();
    }

    /** Seals what passes by. */
    static final class Counter {
        private final MessageDigest digest;
        private long lines;

        Counter() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        void bytes(byte[] bytes, int length) {
            digest.update(bytes, 0, length);
        }

        void line() {
            lines++;
        }

        long lines() {
            return lines;
        }

        /** Ends the counting. */
        Seal seal() {
            return new Seal(lines, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
