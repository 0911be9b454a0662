package io.nephoscope.rules.statement;

import io.nephoscope.inventory.Asset;
import io.nephoscope.yaml.YamlNode;
import java.util.Comparator;

/**
 * Somebody accepts that assets fail a rule, for a time. The FAIL stays, with this beside it.
 *
 * @param source where it stands
 * @param rule the rule's id
 * @param asset which assets
 * @param reason why that is acceptable
 * @param owner who answers for it
 */
public record Waiver(YamlNode source, String rule, AssetFilter asset, String reason, String owner, Term term) {
    /** The one that holds longest comes first. */
    public static final Comparator<Waiver> LONGEST_FIRST =
            Comparator.comparing((Waiver waiver) -> waiver.term().until()).reversed();

    /** Whether it covers a failure for certain: one that it may cover or not stands. */
    public boolean covers(String ruleId, Asset failed) {
        return rule.equals(ruleId) && asset.matches(failed).isTrue();
    }
}
