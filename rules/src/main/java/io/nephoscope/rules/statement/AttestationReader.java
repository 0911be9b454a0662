package io.nephoscope.rules.statement;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import io.nephoscope.yaml.YamlShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads attestations.
 *
 * <pre>{@code
 * attestations:
 *   - asset: {kind: storage.disk, branch: Lakeside Group/Hills, id: nas-1/vol1}
 *     field: facets.encrypted
 *     value: true
 *     statement: The volume is encrypted by the storage system.
 *     owner: Li Wei, storage
 *     evidence: AUDIT-2026-041
 *     from: 2026-03-01
 *     until: 2027-02-28
 * }</pre>
 */
public final class AttestationReader {
    /** The field that holds them. */
    public static final String FIELD = "attestations";

    private static final Set<String> FIELDS =
            Set.of("asset", "field", "value", "statement", "owner", "evidence", Term.FROM, Term.UNTIL);

    private static final Pattern PATH = Pattern.compile("facets\\.[^.\\[\\]]+|attributes(\\.[^.\\[\\]]+)+");

    private final Types types;

    public AttestationReader(Types types) {
        this.types = types;
    }

    /** @throws YamlException with every fault of the file */
    public List<Attestation> read(Path file) {
        YamlNode root = YamlNode.read(file);
        root.fields(Set.of(FIELD));
        return read(root.field(FIELD));
    }

    /**
     * Reads a list of them.
     *
     * @throws YamlException with every fault of the list
     */
    public List<Attestation> read(YamlNode list) {
        Faults faults = new Faults();
        List<Attestation> attestations = list.items().stream()
                .flatMap(node -> faults.attempt(() -> attestation(node)).stream())
                .toList();
        faults.throwIfAny();
        return attestations;
    }

    private Attestation attestation(YamlNode node) {
        node.fields(FIELDS);
        AssetFilter asset = AssetFilter.read(node.field("asset"), types);
        YamlNode field = node.field("field");
        YamlNode value = node.field("value");
        YamlShape.require(value, schema(field, asset, node.field("asset")));
        return new Attestation(
                node,
                asset,
                field.filled(),
                YamlShape.field(value),
                node.field("statement").filled(),
                node.field("owner").filled(),
                node.field("evidence").filled(),
                Term.ofAYear(node));
    }

    /** What the stated field may hold. */
    private Schema schema(YamlNode field, AssetFilter asset, YamlNode assetNode) {
        if (!PATH.matcher(field.filled()).matches()) {
            throw field.error(Text.of(
                    "a statement is about facets.NAME or attributes.NAME; write one of them.",
                    "声明的对象是 facets.NAME 或 attributes.NAME；请写其一。"));
        } else if (field.filled().startsWith(Attestation.FACETS)) {
            Kind kind = asset.kind(types)
                    .orElseThrow(() -> assetNode.error(Text.of(
                            "it is not clear which facets the asset has; name its kind or its type.",
                            "不清楚资产有哪些特征；请写明其类别或类型。")));
            String facet = field.filled().substring(Attestation.FACETS.length());
            Set<String> known = kind.facets().fields().keySet();
            return kind.facets()
                    .field(facet)
                    .orElseThrow(() -> field.error(Text.of(
                            "{0} has no facet {1}{2}{3}.",
                            "{0} 没有 facet {1}{2}{3}。",
                            kind,
                            facet,
                            Suggestion.didYouMean(facet, known),
                            known.isEmpty()
                                    ? Text.EMPTY
                                    : Text.of("; it has {0}", "；可用：{0}", String.join(", ", known)))));
        }
        AssetType type = asset.type(types)
                .orElseThrow(() -> assetNode.error(Text.of(
                        "it is not clear which attributes the asset has; name its type.", "不清楚资产有哪些属性；请写明其类型。")));
        return YamlShape.at(field, type.attributes());
    }
}
