package io.nephoscope.rules;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.yaml.YamlNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An asset with the verdict that a rule must give it.
 *
 * @param source where it stands
 * @param missing the calls that an UNKNOWN must name, as {@code s3:GetBucketPolicy}; empty where none is asked for
 * @param now the clock
 */
public record Example(YamlNode source, String name, Verdict verdict, Sample asset, List<String> missing, Instant now) {
    /** The clock of examples that do not set their own. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    public Example {
        missing = List.copyOf(missing);
    }

    /**
     * An asset as an example describes it.
     *
     * @param name the asset's name, where it does not follow from the attributes
     * @param attributes as the provider's API names them
     * @param tags the tags, where they do not follow from the attributes
     * @param unknown the paths that could not be read: {@code name}, and those of {@code tags} and {@code attributes}
     * @param related the assets that each relation leads to; empty for one that is not in the scan
     */
    public record Sample(
            AssetType type,
            Optional<String> name,
            String account,
            String region,
            Optional<Doc> tags,
            Doc attributes,
            List<String> unknown,
            Map<String, List<Optional<Sample>>> related) {
        static final String ACCOUNT = "111122223333";
        static final String REGION = "region-1";

        public Sample {
            unknown = List.copyOf(unknown);
            related = Map.copyOf(related);
        }
    }
}
