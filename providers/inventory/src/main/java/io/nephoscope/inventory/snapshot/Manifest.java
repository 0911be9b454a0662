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
 * @param lines how many lines each file has; nothing while the collection goes on
 */
public record Manifest(
        @JsonProperty(required = true) int schemaVersion,
        @JsonProperty(required = true) String toolVersion,
        @JsonProperty(required = true) String scanId,
        @JsonProperty(required = true) String organisation,
        @JsonProperty(required = true) String startedAt,
        @JsonProperty(required = true) String finishedAt,
        @JsonProperty(required = true) List<ManifestTarget> targets,
        @JsonProperty(required = true) List<String> types,
        @JsonProperty(required = true) Lines lines) {
    /** The version of the format that this code writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    /** A manifest of a collection that begins. */
    public Manifest(
            int schemaVersion,
            String toolVersion,
            String scanId,
            String organisation,
            String startedAt,
            String finishedAt,
            List<ManifestTarget> targets,
            List<String> types) {
        this(
                schemaVersion,
                toolVersion,
                scanId,
                organisation,
                startedAt,
                finishedAt,
                targets,
                types,
                new Lines(0, 0, 0));
    }

    /** How many lines of each sort were written. */
    public record Lines(
            @JsonProperty(required = true) long assets,
            @JsonProperty(required = true) long units,
            @JsonProperty(required = true) long ledger) {}

    /**
     * One target as it was asked for, without its settings, which may be secret.
     *
     * @param label how messages name it
     * @param regions the regions asked for; empty for all
     * @param recordedAt when a replayed target was recorded, ISO 8601; empty for a live one
     */
    public record ManifestTarget(
            @JsonProperty(required = true) String provider,
            @JsonProperty(required = true) String tenant,
            @JsonProperty(required = true) String label,
            @JsonProperty(required = true) List<String> regions,
            @JsonProperty(required = true) String recordedAt) {}

    /** The same collection, finished. */
    Manifest finished(String at, Lines written) {
        return new Manifest(schemaVersion, toolVersion, scanId, organisation, startedAt, at, targets, types, written);
    }
}
