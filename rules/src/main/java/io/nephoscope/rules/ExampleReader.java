package io.nephoscope.rules;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Example.Sample;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import io.nephoscope.yaml.YamlShape;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the examples of rules. */
final class ExampleReader {
    private static final String TYPE = "type";
    private static final Set<String> FIELDS = Set.of(
            "name", "verdict", TYPE, "attributes", "unknown", "missing", "related", "tags", "account", "region", "now");
    private static final Set<String> RELATIVE_FIELDS =
            Set.of(TYPE, "name", "attributes", "unknown", "related", "tags", "account", "region");
    /** The fields of every asset that may be unknown, whatever attributes its type has. */
    private static final Pattern OF_EVERY_ASSET = Pattern.compile("name|tags([.\\[].*)?");

    private static final String NOT_IN_SCAN = "unknown";
    private static final Map<String, Verdict> VERDICTS = Map.of(
            "PASS", Verdict.PASS,
            "FAIL", Verdict.FAIL,
            "UNKNOWN", Verdict.UNKNOWN,
            "NOT_APPLICABLE", Verdict.NOT_APPLICABLE);

    private final Types types;

    ExampleReader(Types types) {
        this.types = types;
    }

    /** @throws YamlException at the first fault */
    Example read(YamlNode node, String applies) {
        node.fields(FIELDS);
        AssetType type = type(node, applies);
        return new Example(
                node,
                node.field("name").text(),
                verdict(node.field("verdict")),
                sample(node, type, Optional.empty()),
                texts(node.optional("missing")),
                node.optional("now").map(ExampleReader::time).orElse(Example.NOW));
    }

    private AssetType type(YamlNode node, String applies) {
        Optional<AssetType> named = types.named(applies);
        Optional<YamlNode> given = node.optional(TYPE);
        if (given.isEmpty()) {
            return named.orElseThrow(() -> node.error(
                    Text.of("the rule applies to a kind; add the type of this example.", "规则适用于一个类别；请写明该示例的类型。")));
        }
        YamlNode field = given.get();
        List<AssetType> possible = types.all().stream()
                .filter(type ->
                        named.map(type::equals).orElse(type.kind().name().equals(applies)))
                .toList();
        return possible.stream()
                .filter(type -> type.name().equals(field.text()))
                .findFirst()
                .orElseThrow(() -> field.error(Text.of(
                        "the rule does not apply to {0}{1}.",
                        "规则不适用于 {0}{1}。",
                        field.text(),
                        Suggestion.didYouMean(
                                field.text(),
                                possible.stream().map(AssetType::name).toList()))));
    }

    private static Verdict verdict(YamlNode node) {
        Verdict verdict = VERDICTS.get(node.text());
        if (verdict == null) {
            throw node.error(Text.of(
                    "there is no verdict {0}{1}; write PASS, FAIL, UNKNOWN or NOT_APPLICABLE.",
                    "没有判定 {0}{1}；请写 PASS、FAIL、UNKNOWN 或 NOT_APPLICABLE。",
                    node.text(),
                    Suggestion.didYouMean(node.text(), VERDICTS.keySet())));
        }
        return verdict;
    }

    private Sample sample(YamlNode node, AssetType type, Optional<String> name) {
        Doc attributes = node.optional("attributes")
                .map(it -> {
                    YamlShape.require(it, type.attributes());
                    return (Doc) YamlShape.field(it);
                })
                .orElse(Doc.empty());
        return new Sample(
                type,
                name,
                node.optional("account").map(YamlNode::text).orElse(Sample.ACCOUNT),
                node.optional("region").map(YamlNode::text).orElse(Sample.REGION),
                node.optional("tags").map(ExampleReader::tags),
                attributes,
                unknown(node, type).stream().map(YamlNode::text).toList(),
                related(node.optional("related"), type));
    }

    private static Doc tags(YamlNode node) {
        Doc.Builder tags = Doc.builder();
        node.fields().forEach((key, tag) -> tags.put(key, tag.text()));
        return tags.build();
    }

    private static List<YamlNode> unknown(YamlNode node, AssetType type) {
        List<YamlNode> paths = node.optional("unknown").map(YamlNode::items).orElse(List.of());
        paths.stream()
                .filter(path -> !OF_EVERY_ASSET.matcher(path.text()).matches())
                .forEach(path -> YamlShape.at(path, type.attributes()));
        return paths;
    }

    private Map<String, List<Optional<Sample>>> related(Optional<YamlNode> node, AssetType type) {
        Map<String, List<Optional<Sample>>> related = new LinkedHashMap<>();
        node.map(YamlNode::fields).orElse(Map.of()).forEach((name, items) -> {
            Relation relation = type.relation(name)
                    .orElseThrow(() -> items.error(Text.of(
                            "{0} has no relation {1}{2}.",
                            "{0} 没有关联 {1}{2}。",
                            type,
                            name,
                            Suggestion.didYouMean(
                                    name,
                                    type.relations().stream()
                                            .map(Relation::name)
                                            .toList()))));
            List<Optional<Sample>> samples = new ArrayList<>();
            for (YamlNode item : items.items()) {
                samples.add(item.isMap() ? Optional.of(relative(item, relation)) : notInScan(item));
            }
            related.put(name, samples);
        });
        return related;
    }

    private Sample relative(YamlNode node, Relation relation) {
        node.fields(RELATIVE_FIELDS);
        List<AssetType> ends = types.targets(relation);
        AssetType type = node.optional(TYPE)
                .map(it -> ends.stream()
                        .filter(end -> end.name().equals(it.text()))
                        .findFirst()
                        .orElseThrow(() -> it.error(Text.of(
                                "{0} does not lead to {1}{2}.",
                                "{0} 不指向 {1}{2}。",
                                relation.name(),
                                it.text(),
                                Suggestion.didYouMean(
                                        it.text(),
                                        ends.stream().map(AssetType::name).toList())))))
                .orElseGet(() -> only(ends, node));
        return sample(node, type, node.optional("name").map(YamlNode::text));
    }

    private static AssetType only(List<AssetType> ends, YamlNode node) {
        if (ends.size() != 1) {
            throw node.error(Text.of(
                    "the relation leads to several types; say which this asset is of, as type: {0}.",
                    "该关联指向多个类型；请说明此资产的类型，如 type: {0}。", ends.get(0)));
        }
        return ends.get(0);
    }

    private static Optional<Sample> notInScan(YamlNode item) {
        if (!item.text().equals(NOT_IN_SCAN)) {
            throw item.error(Text.of(
                    "here should be an asset, or the word {0} for one that is not in the scan.",
                    "此处应为资产；不在扫描范围内的资产写作 {0}。", NOT_IN_SCAN));
        }
        return Optional.empty();
    }

    private static List<String> texts(Optional<YamlNode> list) {
        return list.map(YamlNode::items).orElse(List.of()).stream()
                .map(YamlNode::text)
                .toList();
    }

    private static Instant time(YamlNode node) {
        try {
            return Instant.parse(node.text());
        } catch (DateTimeException e) {
            throw node.error(Text.of(
                    "a time is written as 2026-01-01T00:00:00Z ({0}).",
                    "时间写作 2026-01-01T00:00:00Z（{0}）。", String.valueOf(e.getMessage())));
        }
    }
}
