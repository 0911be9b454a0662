package io.nephoscope.rules.statement;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which assets a statement is about: those that have everything it names.
 *
 * <pre>{@code
 * asset: {kind: compute.vm, branch: Lakeside Group/Hills, tags: {Env: prod}}
 * }</pre>
 *
 * @param wanted what the asset's own fields must be, by the names of {@link #FIELDS}
 * @param branch the branch to which it must belong, or to one below it; empty for any
 * @param tags the tags that it must have
 */
public record AssetFilter(Map<String, String> wanted, String branch, Map<String, String> tags) {
    private static final String UID = "uid";
    /** Provider, account, region, type and id. */
    private static final int UID_PARTS = 5;

    private static final String TYPE = "type";
    private static final String KIND = "kind";
    private static final String BRANCH = "branch";
    private static final String TAGS = "tags";
    private static final String NAME = "name";

    private static final Map<String, Function<Asset, Object>> FIELDS = Map.of(
            UID,
            Asset::uid,
            TYPE,
            asset -> asset.type().name(),
            KIND,
            asset -> asset.type().kind().name(),
            "account",
            asset -> asset.scope().account(),
            "region",
            asset -> asset.scope().region(),
            "id",
            Asset::nativeId,
            NAME,
            Asset::named);

    /** Every asset. */
    static final AssetFilter ANY = new AssetFilter(Map.of(), "", Map.of());

    public AssetFilter {
        wanted = Map.copyOf(wanted);
        tags = Map.copyOf(tags);
    }

    /** @throws YamlException where it names nothing, or what no installed provider declares */
    static AssetFilter read(YamlNode node, Types types) {
        Set<String> known = new TreeSet<>(FIELDS.keySet());
        known.addAll(List.of(BRANCH, TAGS));
        Map<String, YamlNode> fields = node.fields(known);
        if (fields.isEmpty()) {
            throw node.error(
                    Text.of("no asset is named; name it by {0}.", "未指明资产；请用 {0} 指明。", String.join(", ", known)));
        }
        List<String> typeNames = types.all().stream().map(AssetType::name).toList();
        node.optional(TYPE).ifPresent(type -> require(type, typeNames));
        node.optional(UID).ifPresent(uid -> requireType(uid, typeNames));
        node.optional(KIND)
                .ifPresent(kind -> require(
                        kind,
                        types.all().stream()
                                .map(it -> it.kind().name())
                                .distinct()
                                .toList()));
        Map<String, String> wanted = new LinkedHashMap<>();
        FIELDS.keySet().forEach(field -> node.optional(field).ifPresent(value -> wanted.put(field, value.filled())));
        Map<String, String> tags = new LinkedHashMap<>();
        node.optional(TAGS).map(YamlNode::fields).orElse(Map.of()).forEach((key, tag) -> tags.put(key, tag.text()));
        return new AssetFilter(
                wanted, node.optional(BRANCH).map(AssetFilter::branch).orElse(""), tags);
    }

    private static void require(YamlNode name, List<String> known) {
        if (!known.contains(name.text())) {
            throw name.error(Text.of(
                    "no provider declares {0}{1}.",
                    "没有云服务商声明 {0}{1}。", name.text(), Suggestion.didYouMean(name.text(), known)));
        }
    }

    /** Of a uid only the type is known before anything was read. */
    private static void requireType(YamlNode uid, List<String> known) {
        if (known.stream().noneMatch(type -> uid.text().contains(":" + type + ":"))) {
            String[] parts = uid.text().split(":", UID_PARTS);
            Text meant = parts.length == UID_PARTS ? Suggestion.didYouMean(parts[UID_PARTS - 2], known) : Text.EMPTY;
            throw uid.error(Text.of(
                    "the uid names no type that a provider declares{0}; a uid is provider:account:region:type:id.",
                    "该 uid 未包含任何云服务商声明的类型{0}；uid 的形式为 provider:account:region:type:id。", meant));
        }
    }

    /** A path of branches, with the head of the tree or without it; slashes around it say nothing. */
    static String branch(YamlNode node) {
        return node.filled().replaceAll("^/+|/+$", "");
    }

    /** The same, for what belongs to a branch. */
    AssetFilter within(String other) {
        String meant = BranchPath.meant(branch, other);
        return new AssetFilter(wanted, BranchPath.isWithin(other, meant) ? other : meant, tags);
    }

    /** Whether assets may meet this one that belong to the branch. */
    boolean mayMeet(String other) {
        String meant = BranchPath.meant(branch, other);
        return BranchPath.isWithin(other, meant) || BranchPath.isWithin(meant, other);
    }

    /** Whether it is about an asset; unknown where that hangs on a name or a tag that is unknown. */
    public Tri matches(Asset asset) {
        String its = asset.scope().branch();
        Tri matches = Tri.of(BranchPath.isWithin(its, BranchPath.meant(branch, its)));
        for (Map.Entry<String, String> field : wanted.entrySet()) {
            matches = matches.and(() -> is(field.getValue(), field(field.getKey(), asset)));
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            matches = matches.and(() -> is(tag.getValue(), asset.tag(tag.getKey())));
        }
        return matches;
    }

    private static Object field(String name, Asset asset) {
        return FIELDS.getOrDefault(name, it -> "").apply(asset);
    }

    private static Tri is(String text, Object field) {
        return Tri.ask(field, known -> Tri.of(text.equals(known)));
    }

    /** The paths that it reads of an asset that its other fields fit: those which calls of their own may fill. */
    public List<String> reads() {
        return Stream.concat(
                        wanted.keySet().stream().filter(NAME::equals),
                        tags.keySet().stream().map(key -> Paths.below(TAGS, key)))
                .toList();
    }

    /** Whether it may be about assets of a type. */
    public boolean mayMeet(AssetType type) {
        return wanted.getOrDefault(TYPE, type.name()).equals(type.name())
                && wanted.getOrDefault(KIND, type.kind().name())
                        .equals(type.kind().name())
                && (!wanted.containsKey(UID) || isOf(type));
    }

    private boolean isOf(AssetType type) {
        return wanted.getOrDefault(UID, "").contains(":" + type.name() + ":");
    }

    /** The type of every asset that it can match, where it says so. */
    Optional<AssetType> type(Types types) {
        return Optional.ofNullable(wanted.get(TYPE))
                .flatMap(types::named)
                .or(() -> types.all().stream().filter(this::isOf).findFirst());
    }

    /** The kind of every asset that it can match, where it says so. */
    Optional<Kind> kind(Types types) {
        return type(types)
                .map(AssetType::kind)
                .or(() -> types.all().stream()
                        .map(AssetType::kind)
                        .filter(kind -> kind.name().equals(wanted.get(KIND)))
                        .findFirst());
    }
}
