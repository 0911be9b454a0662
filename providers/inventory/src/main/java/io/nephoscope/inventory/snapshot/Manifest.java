package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a snapshot is of.
 *
 * @param schemaVersion the version of the folder's format
 * @param toolVersion the version that wrote it
 * @param scanId made anew for each scan
 * @param organisation the organisation's name, empty where there is none
 * @param startedAt ISO 8601, UTC
 * @param finishedAt ISO 8601, UTC; empty while the collection goes on, and for ever where it was cut off
 * @param targets what was asked for
 * @param types the types that were asked for
 */
public record Manifest(
        @JsonProperty(required = true) int schemaVersion,
        @JsonProperty(required = true) String toolVersion,
        @JsonProperty(required = true) String scanId,
        @JsonProperty(required = true) String organisation,
        @JsonProperty(required = true) String startedAt,
        @JsonProperty(required = true) String finishedAt,
        @JsonProperty(required = true) List<ManifestTarget> targets,
        @JsonProperty(required = true) List<String> types) {
    /** The version of the format that this code writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * One target as it was asked for, without its settings, which may be secret.
     *
     * @param label how messages name it
     * @param regions the regions asked for; empty for all
     * @param recordedAt when a replayed target was recorded, ISO 8601; empty for a live one
     */
    public record ManifestTarget(
            String provider, String tenant, String label, List<String> regions, String recordedAt) {}

    public Manifest finished(String at) {
        return new Manifest(schemaVersion, toolVersion, scanId, organisation, startedAt, at, targets, types);
    }
}
