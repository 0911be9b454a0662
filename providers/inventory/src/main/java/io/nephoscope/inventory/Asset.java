package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;

/**
 * One asset as it was seen.
 *
 * @param uid stable and readable: provider, account, region, type and native id; never a display name
 * @param nativeId the id by which the provider's API addresses it
 * @param named the name that people know it by, or unknown
 * @param tags an object of texts, or unknown
 * @param attributes the provider's own tree with its own field names, unknown fields among them
 * @param provenance where and when it was read
 */
public record Asset(
        String uid,
        AssetType type,
        String nativeId,
        Object named,
        Scope scope,
        Object tags,
        Doc attributes,
        Provenance provenance) {
    public Asset {
        if (!(named instanceof String || named instanceof Unknown)) {
            throw new IllegalArgumentException("a name is a text or unknown");
        } else if (!(tags instanceof Doc || tags instanceof Unknown)) {
            throw new IllegalArgumentException("tags are an object or unknown");
        }
    }

    /** What to call it: its name as far as that is known, and else its native id. */
    public String name() {
        return named instanceof String known ? known : nativeId;
    }

    /** The tag of a key, as the provider tells keys apart; absent where there is none. */
    public Object tag(String key) {
        return tags instanceof Doc known ? type.tagKeys().of(known, key) : tags;
    }

    /**
     * Where and when an asset was read.
     *
     * @param observedAt ISO 8601, UTC
     * @param listedIn the region in whose listing it was found, which need not be the one where it lives
     * @param calls the operations that filled it, as {@code s3:GetBucketPolicy}
     */
    public record Provenance(String observedAt, String listedIn, List<String> calls) {
        public Provenance {
            calls = List.copyOf(calls);
        }
    }

    /** The uid of an asset. Where ids are unique in the account, the region is {@link Scope#GLOBAL}, wherever it lives. */
    public static String uid(AssetType type, Scope scope, String nativeId) {
        String provider = type.name().substring(0, type.name().indexOf('.'));
        String region = type.identity().uniqueInAccount() ? Scope.GLOBAL : scope.region();
        return provider + ":" + scope.account() + ":" + region + ":" + type.name() + ":" + nativeId;
    }
}
