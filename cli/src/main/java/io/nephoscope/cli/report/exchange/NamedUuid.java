package io.nephoscope.cli.report.exchange;

import io.nephoscope.inventory.doc.DocJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (RFC 9562), which are made of names: the same name gives the same one, on every machine and in every scan. */
final class NamedUuid {
    /** Ours, at random once. */
    private static final UUID NAMESPACE = UUID.fromString("5f0d3e0a-6c0b-4b1e-9a51-2f9d6e7c4b38");

    private NamedUuid() {}

    /** @param sort what the thing is, so that two things of one name differ */
    static UUID of(String sort, String name) {
        // Half a surrogate pair would become a question mark, and two names one.
        byte[] named = DocJson.fieldName(sort + "|" + name).getBytes(StandardCharsets.UTF_8);
        byte[] hash = sha1().digest(ByteBuffer.allocate(2 * Long.BYTES + named.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(named)
                .array());
        ByteBuffer halves = ByteBuffer.wrap(hash);
        long most = (halves.getLong() & ~0xF000L) | 0x5000L;
        long least = (halves.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
