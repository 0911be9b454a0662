package io.nephoscope.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.nephoscope.inventory.BranchPath;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a snapshot is of. On disk it is sealed, finished or not, by {@link SealedJson}.
 *
 * @param schemaVersion the version of the folder's format
 * @param toolVersion the version that wrote it
 * @param scanId made anew for each scan
 * @param organisation the organisation's name, empty where there is none
 * @param startedAt ISO 8601, UTC
 * @param resumedAt when the collection went on after it had been cut off, each ISO 8601, UTC
 * @param finishedAt ISO 8601, UTC; empty while the collection goes on, and for ever where it was cut off
 * @param branches the organisation's tree, or the part that was asked for, its head first; none without an organisation
 * @param part what of the organisation was asked for, as people read it; empty for the whole
 * @param targets what was asked for
 * @param demand the types that were asked for, and of each the attributes that calls of their own fill, and the facets that were derived
 * @param files what each file holds, by name; nothing while the collection goes on
 */
@JsonIgnoreProperties(SealedJson.SEAL)
public record Manifest(
        @JsonProperty(required = true) int schemaVersion,
        @JsonProperty(required = true) String toolVersion,
        @JsonProperty(required = true) String scanId,
        @JsonProperty(required = true) String organisation,
        @JsonProperty(required = true) String startedAt,
        @JsonProperty(required = true) List<String> resumedAt,
        @JsonProperty(required = true) String finishedAt,
        @JsonProperty(required = true) List<ManifestBranch> branches,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String part,
        @JsonProperty(required = true) List<ManifestTarget> targets,
        @JsonProperty(required = true) SortedMap<String, List<String>> demand,
        @JsonProperty(required = true) SortedMap<String, Seal> files) {
    /** The version of the format that this code writes and reads. */
    public static final int SCHEMA_VERSION = 6;

    /** A manifest of a collection that begins. */
    public static Manifest begun(
            String toolVersion,
            String scanId,
            String organisation,
            String startedAt,
            List<ManifestBranch> branches,
            List<ManifestTarget> targets,
            SortedMap<String, List<String>> demand) {
        return new Manifest(
                SCHEMA_VERSION,
                toolVersion,
                scanId,
                organisation,
                startedAt,
                List.of(),
                "",
                branches,
                "",
                targets,
                demand,
                new TreeMap<>());
    }

    /** The same of a part of the organisation: what lies in others was not looked at. */
    public Manifest of(String some) {
        return new Manifest(
                schemaVersion,
                toolVersion,
                scanId,
                organisation,
                startedAt,
                resumedAt,
                finishedAt,
                branches,
                some,
                targets,
                demand,
                files);
    }

    /** The types that were asked for. */
    public Set<String> types() {
        return demand.keySet();
    }

    @JsonIgnore
    public boolean isFinished() {
        return !finishedAt.isEmpty();
    }

    /** Whether its times are times, by which rules may go. */
    boolean hasTimes() {
        try {
            Instant.parse(startedAt);
            if (isFinished()) {
                Instant.parse(finishedAt);
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /**
     * One branch of the organisation's tree.
     *
     * @param path from the head down, as in a {@link io.nephoscope.inventory.Scope}
     * @param kind {@code group}, {@code branch} or {@code system}
     * @param mlpsLevel the level of the multi-level protection scheme, its own or the nearest above: 1 to 5; 0 where none is set
     * @param owner who answers for it, its own or the nearest above; empty where none is set
     */
    public record ManifestBranch(
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) int mlpsLevel,
            @JsonProperty(required = true) String owner) {}

    /**
     * One target as it was asked for, without its settings, which may be secret.
     *
     * @param label how messages name it
     * @param accounts the ids of the accounts to which it leads, none where it could not be reached
     * @param regions the regions asked for; empty for all
     * @param recordedAt when a replayed target was recorded, ISO 8601; empty for a live one
     */
    public record ManifestTarget(
            @JsonProperty(required = true) String provider,
            @JsonProperty(required = true) String branch,
            @JsonProperty(required = true) String label,
            @JsonProperty(required = true) List<String> accounts,
            @JsonProperty(required = true) List<String> regions,
            @JsonProperty(required = true) String recordedAt) {}

    /** What it says of a branch and of all that lies below it, and nothing of any other. */
    Manifest within(String branch) {
        List<ManifestTarget> its = targets.stream()
                .filter(target -> BranchPath.isWithin(target.branch(), branch))
                .toList();
        SortedMap<String, List<String>> asked = new TreeMap<>(demand);
        asked.keySet().removeIf(type -> its.stream().noneMatch(target -> type.startsWith(target.provider() + ".")));
        return new Manifest(
                schemaVersion,
                toolVersion,
                scanId,
                organisation,
                startedAt,
                resumedAt,
                finishedAt,
                branches.stream()
                        .filter(it -> BranchPath.isWithin(it.path(), branch))
                        .toList(),
                branch,
                its,
                asked,
                new TreeMap<>());
    }

    /** The same collection, going on as another that begins now: what could not be reached before may be reached. */
    Manifest resumed(Manifest now) {
        List<String> all =
                Stream.concat(resumedAt.stream(), Stream.of(now.startedAt)).toList();
        return new Manifest(
                schemaVersion,
                toolVersion,
                scanId,
                organisation,
                startedAt,
                all,
                "",
                now.branches,
                now.part,
                now.targets,
                demand,
                new TreeMap<>());
    }

    /** The same collection, finished. */
    Manifest finished(String at, SortedMap<String, Seal> written) {
        return new Manifest(
                schemaVersion,
                toolVersion,
                scanId,
                organisation,
                startedAt,
                resumedAt,
                at,
                branches,
                part,
                targets,
                demand,
                written);
    }
}
