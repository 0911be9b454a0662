package io.nephoscope.rules.statement;

import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads waivers.
 *
 * <pre>{@code
 * waivers:
 *   - rule: vm-has-no-public-address
 *     asset: {kind: compute.vm, tags: {Exposure: approved}}
 *     reason: The shop is meant to be reached.
 *     owner: shop@hills.example
 *     until: 2026-12-31
 * }</pre>
 */
public final class WaiverReader {
    /** The field that holds them, in a file of their own and in an organisation's branches. */
    public static final String FIELD = "waivers";

    /** The field of a waiver that names its rule. */
    public static final String RULE = "rule";
    /** The field of a waiver that says which assets it is about. */
    public static final String ASSET = "asset";

    private static final Set<String> FIELDS = Set.of(RULE, ASSET, "branch", "reason", "owner", Term.FROM, Term.UNTIL);

    private final Types types;

    public WaiverReader(Types types) {
        this.types = types;
    }

    /** @throws YamlException with every fault of the file */
    public List<Waiver> read(Path file) {
        YamlNode root = YamlNode.read(file);
        root.fields(Set.of(FIELD));
        return read(root.field(FIELD), "");
    }

    /**
     * Reads a list of them.
     *
     * @param branch the path of the branch to which they belong, beyond which they never reach; empty for everywhere
     * @throws YamlException with every fault of the list
     */
    public List<Waiver> read(YamlNode list, String branch) {
        Faults faults = new Faults();
        List<Waiver> waivers = list.items().stream()
                .flatMap(node -> faults.attempt(() -> waiver(node, branch)).stream())
                .toList();
        faults.throwIfAny();
        return waivers;
    }

    private Waiver waiver(YamlNode node, String branch) {
        node.fields(FIELDS);
        Optional<AssetFilter> named = node.optional(ASSET).map(it -> AssetFilter.read(it, types));
        Optional<YamlNode> narrower = node.optional("branch");
        if (named.isEmpty() && narrower.isEmpty() && branch.isEmpty()) {
            throw node.error(Text.of(
                    "it does not say which assets are waived; add asset or branch.", "未说明豁免哪些资产；请加上 asset 或 branch。"));
        }
        AssetFilter asset = named.orElse(AssetFilter.ANY);
        if (narrower.isPresent()) {
            asset = below(asset, AssetFilter.branch(narrower.get()), narrower.get());
        }
        return new Waiver(
                node,
                node.field(RULE).filled(),
                below(asset, branch, node),
                node.field("reason").filled(),
                node.field("owner").filled(),
                Term.read(node));
    }

    private static AssetFilter below(AssetFilter asset, String branch, YamlNode node) {
        if (!asset.mayMeet(branch)) {
            throw node.error(Text.of(
                    "no asset belongs both to {0} and to {1}; change one.",
                    "没有资产同时属于 {0} 和 {1}；请修改其一。", asset.branch(), branch));
        }
        return asset.within(branch);
    }
}
