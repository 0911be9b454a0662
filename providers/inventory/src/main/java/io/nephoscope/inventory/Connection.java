package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
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
     * Whether a name is that of a region at all. An asset in a region that was not asked for is somebody else's concern; one whose
     * place is no region may lie anywhere.
     */
    default boolean isRegion(String name) {
        return true;
    }

    /**
     * Of the regions asked for, those that the account may not use, each with the reason: a fact of the account and no gap, since another
     * account may well use them. As {@link #regions}, asked of the provider only where one of the types is listed by region.
     *
     * @param types what is looked for
     */
    default Map<String, Text> closedRegions(List<AssetType> types) {
        return Map.of();
    }

    /** Whether it may hold what belongs to a branch, or to one below that. */
    default boolean mayHold(String branch) {
        return true;
    }

    /** What is odd about the source, and whoever asked for it ought to know; one sentence each. */
    default List<Text> notes() {
        return List.of();
    }

    /** What time it was at the provider when it was reached; empty where it does not say. */
    default Optional<Instant> reachedAt() {
        return Optional.empty();
    }

    /** When the answers were recorded that it takes in place of its provider's; empty for an account that is asked itself. */
    default Optional<Instant> recordedAt() {
        return Optional.empty();
    }

    @Override
    void close();
}
