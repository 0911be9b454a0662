package io.nephoscope.cli.report;

import io.nephoscope.inventory.Asset;
import io.nephoscope.rules.Finding.Subject;
import java.util.Optional;

/**
 * What findings are of, and where it belongs.
 *
 * @param kind as {@code storage.bucket}; empty where nobody here knows the type
 * @param accountName what people call the account; empty where nobody says
 * @param owner who answers for it: the asset's own owner, else the branch's; a text, unknown, or absent where there is neither
 * @param read what was read of it; empty for what could not be listed
 */
public record JudgedAsset(Subject subject, String kind, String accountName, Object owner, Optional<Asset> read) {
    /** As the names of its types begin. */
    public String provider() {
        return SeenAccount.of(subject).provider();
    }
}
