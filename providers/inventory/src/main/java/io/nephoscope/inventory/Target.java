package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the organisation: whom to ask, where, and with what.
 *
 * @param provider the provider's name
 * @param branch the path of branches, as {@code Lakeside Group/Harbour}; empty without an organisation file
 * @param label how messages name it
 * @param regions the regions asked for; empty for all that the account may use
 * @param settings the provider's own settings, none of them secret
 * @param credentials where its secrets are kept
 * @param base the folder against which relative paths in the settings are read
 * @param only the branch below its own to which whatever is asked for belongs; empty for all that is there
 */
public record Target(
        String provider,
        String branch,
        String label,
        List<String> regions,
        Map<String, String> settings,
        CredentialSource credentials,
        Path base,
        Optional<String> only) {
    public Target {
        regions = List.copyOf(regions);
        settings = Map.copyOf(settings);
    }

    /** All that is there. */
    public Target(
            String provider,
            String branch,
            String label,
            List<String> regions,
            Map<String, String> settings,
            CredentialSource credentials,
            Path base) {
        this(provider, branch, label, regions, settings, credentials, base, Optional.empty());
    }

    /** Without a place where its secrets are kept. */
    public Target(
            String provider,
            String branch,
            String label,
            List<String> regions,
            Map<String, String> settings,
            Path base) {
        this(provider, branch, label, regions, settings, CredentialSource.NONE, base);
    }

    /**
     * One of the accounts for which this target stands.
     *
     * @param path the branches between the target and the account, as the cloud itself orders its accounts; may be empty
     * @param name what people call the account
     * @param more the settings that lead to it
     */
    public Target member(List<String> path, String name, Map<String, String> more) {
        String there = branch;
        for (String step : path) {
            there = BranchPath.below(there, step);
        }
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Target(provider, there, label + "/" + name, regions, all, credentials, base, only);
    }

    /** Whether this is one of the accounts for which a target with that label stands, or that target itself. */
    public static boolean isOf(String memberLabel, String label) {
        return memberLabel.equals(label) || memberLabel.startsWith(label + "/");
    }

    /** A sentence that names it first. */
    public Text says(Text sentence) {
        return Text.of("{0}: {1}", "{0}：{1}", label, sentence);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** The same as a part of another branch. */
    public Target at(String otherBranch) {
        return new Target(provider, otherBranch, label, regions, settings, credentials, base, only);
    }

    /** The same in these regions. */
    public Target in(List<String> otherRegions) {
        return new Target(provider, branch, label, otherRegions, settings, credentials, base, only);
    }

    /** What of the same belongs to a branch below its own. */
    public Target only(String below) {
        return new Target(provider, branch, label, regions, settings, credentials, base, Optional.of(below));
    }

    /** The branch to which all that is asked for belongs. */
    public String place() {
        return only.orElse(branch);
    }
}
