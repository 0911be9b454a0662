package io.nephoscope.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account that was reached. */
public interface Connection extends AutoCloseable {
    /** The account as a whole: its scope's region is {@link Scope#GLOBAL}. */
    Site account();

    /**
     * The regions to look at, asked of the provider at run time. Asked only where a type of the plan is listed by region.
     *
     * @throws TargetException where the target names a region that the provider does not have
     */
    Outcome<List<String>> regions() throws TargetException;

    /**
     * Of the regions asked for, those that the account may not use, each with the reason: a fact of the account and no gap, since another
     * account may well use them.
     */
    default Map<String, String> closedRegions() {
        return Map.of();
    }

    /** What time it was at the provider when it was reached; empty where it does not say. */
    default Optional<Instant> reachedAt() {
        return Optional.empty();
    }

    @Override
    void close();
}
