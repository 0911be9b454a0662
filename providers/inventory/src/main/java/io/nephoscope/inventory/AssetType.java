package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A resource type: one declaration from which the schema for the rule checker, the documentation, the permissions and the plan
 * derive.
 */
public final class AssetType {
    /** Where a type is listed. */
    public enum Reach {
        /** Once for each account. */
        ACCOUNT,
        /** Once for each account and region. */
        REGION
    }

    static final String NAME = "name";
    static final String TAGS = "tags";

    private final String name;
    private final String title;
    private final Kind kind;
    private final Reach reach;
    private final Listing listing;
    private final Identity identity;
    private final Facet displayName;
    private final Optional<Facet> tags;
    private final TagKeys tagKeys;
    private final List<Detail> details;
    private final List<Facet> facets;
    private final List<Door> doors;
    private final Optional<String> doorless;
    private final List<Relation> relations;
    private final List<String> redacted;
    private final Struct attributes;
    private final Struct facetFields;

    AssetType(AssetTypeBuilder from, Listing listing, Identity identity) {
        this.name = from.name;
        this.title = from.title;
        this.kind = from.kind;
        this.reach = from.reach;
        this.listing = listing;
        this.identity = identity;
        this.displayName = from.displayName.orElseGet(() -> new Facet(NAME, List.of(), item -> Absent.ABSENT));
        this.tags = from.tags;
        this.tagKeys = from.tagKeys;
        this.details = List.copyOf(from.details);
        this.facets = told(from).stream()
                .map(facet ->
                        new Facet(facet.name(), facet.inputs(), facet.seldom(), facet.derive(), calls(facet.inputs())))
                .toList();
        this.doors = List.copyOf(from.doors);
        this.doorless = from.doorless;
        this.relations = List.copyOf(from.relations);
        this.redacted = List.copyOf(from.redacted);
        this.attributes = listing.schema().plus(name + ".attributes", () -> {
            Map<String, Schema> detailed = new LinkedHashMap<>();
            details.forEach(detail -> detailed.put(detail.attribute(), detail.schema()));
            return detailed;
        });
        this.facetFields =
                from.own.isEmpty() ? kind.facets() : kind.facets().plus(name + ".facets", new TreeMap<>(from.own));
    }

    /** The facets that the type tells, and those that follow from its tags and relations where it does not tell them itself. */
    private static List<Facet> told(AssetTypeBuilder from) {
        Map<String, Facet> told = new LinkedHashMap<>();
        from.facets.forEach(facet -> told.put(facet.name(), facet));
        told.putIfAbsent(Owner.FACET, Owner.from(from.tags, from.name));
        if (Guards.word(from.kind).isPresent()) {
            told.putIfAbsent(Guards.PROTECTS, Guards.protects(from));
        }
        return List.copyOf(told.values());
    }

    private AssetType(AssetType of, List<Relation> relations) {
        this.name = of.name;
        this.title = of.title;
        this.kind = of.kind;
        this.reach = of.reach;
        this.listing = of.listing;
        this.identity = of.identity;
        this.displayName = of.displayName;
        this.tags = of.tags;
        this.tagKeys = of.tagKeys;
        this.details = of.details;
        this.facets = of.facets;
        this.doors = of.doors;
        this.doorless = of.doorless;
        this.relations = List.copyOf(relations);
        this.redacted = of.redacted;
        this.attributes = of.attributes;
        this.facetFields = of.facetFields;
    }

    /** The same type with its own links, and with those of others that lead to it. */
    AssetType linked(List<Relation> back) {
        List<Relation> both = Stream.concat(relations.stream().filter(relation -> !relation.isBack()), back.stream())
                .toList();
        return both.equals(relations) ? this : new AssetType(this, both);
    }

    /**
     * How an asset's attributes say who it is.
     *
     * @param nativeId the id by which the provider's own API addresses it
     * @param region where it lives; empty for the region in which it was listed
     * @param branch the branch to which it belongs, the account's own or one below it; empty for the account's own
     * @param uniqueInAccount whether no two regions of an account may hold the same native id, so that the region is no part of the uid
     */
    public record Identity(
            Function<Doc, String> nativeId,
            Function<Doc, Optional<String>> region,
            Function<Doc, Optional<String>> branch,
            boolean uniqueInAccount) {}

    /** Starts a declaration. */
    public static AssetTypeBuilder named(String name, String title, Kind kind) {
        return new AssetTypeBuilder(name, title, kind);
    }

    /** As {@code aws.s3.bucket}. */
    public String name() {
        return name;
    }

    /** In the provider's own words, as {@code S3 bucket}. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    public Reach reach() {
        return reach;
    }

    public Listing listing() {
        return listing;
    }

    public Identity identity() {
        return identity;
    }

    public List<Detail> details() {
        return details;
    }

    public List<Facet> facets() {
        return facets;
    }

    /** The ways by which people whom nobody chose may get at an asset. */
    public List<Door> doors() {
        return doors;
    }

    /** Why there is no such way, where the provider has none. */
    public Optional<String> doorless() {
        return doorless;
    }

    /** The facets of the kind, and those that the type has beside them. */
    public Struct facetFields() {
        return facetFields;
    }

    public List<Relation> relations() {
        return relations;
    }

    /** Paths below the attributes whose values are secrets: their keys stay, their values never leave memory. */
    public List<String> redacted() {
        return redacted;
    }

    /** Every attribute that the listing or a detail fills. */
    public Struct attributes() {
        return attributes;
    }

    public Optional<Detail> detail(String attribute) {
        return details.stream().filter(it -> it.attribute().equals(attribute)).findFirst();
    }

    public Optional<Facet> facet(String facet) {
        return facets.stream().filter(it -> it.name().equals(facet)).findFirst();
    }

    public Optional<Relation> relation(String relation) {
        return relations.stream().filter(it -> it.name().equals(relation)).findFirst();
    }

    /** The facets of an asset with these attributes. */
    public Doc facetsOf(Doc attributesOfAsset) {
        Doc.Builder derived = Doc.builder();
        facets.forEach(facet -> derived.put(facet.name(), facet.of(attributesOfAsset)));
        return derived.build();
    }

    /** The name that people know an asset by, the native id where it has none; unknown where nobody saw it. */
    public Object nameOf(Doc attributesOfAsset) {
        Object named = displayName.of(attributesOfAsset);
        return named instanceof Unknown || (named instanceof String text && !text.isEmpty())
                ? named
                : identity.nativeId().apply(attributesOfAsset);
    }

    /** The tags of an asset: an object of texts, or unknown. */
    public Object tagsOf(Doc attributesOfAsset) {
        Object told = tags.map(it -> it.of(attributesOfAsset)).orElseGet(() -> untoldTags(name));
        return told == Absent.ABSENT ? Doc.empty() : told;
    }

    static Unknown untoldTags(String type) {
        return untold(Text.of("{0} has no way to tell {1}", "{0} 没有读取 {1} 的途径", type, TAGS));
    }

    static Unknown untold(Text why) {
        return Unknown.because(new Cause("", Status.NOT_COLLECTED, "", why));
    }

    /** How the type tells its tags; empty where it does not say. */
    public Optional<Facet> tags() {
        return tags;
    }

    /** When two keys of its tags are the same. */
    public TagKeys tagKeys() {
        return tagKeys;
    }

    /** The attributes with every gap: of a detail that is not there nobody saw anything. */
    public Doc withGaps(Doc attributesOfAsset) {
        Doc whole = attributesOfAsset;
        for (Detail detail : details) {
            if (!attributesOfAsset.has(detail.attribute())) {
                whole = whole.with(detail.attribute(), Unknown.because(detail.unasked()));
            }
        }
        return whole;
    }

    /** The attributes that a path reads: {@code attributes.X…} reads X; the name, tags, a facet or relation read their inputs. */
    public List<String> attributesBehind(String path) {
        String[] steps = path.split("[.\\[]", 3);
        String step = steps.length < 2 ? "" : steps[1];
        return switch (steps[0]) {
            case NAME -> displayName.inputs();
            case TAGS -> tags.map(Facet::inputs).orElse(List.of());
            case "attributes" -> step.isEmpty() ? List.of() : List.of(step);
            case "facets" -> facet(step).map(Facet::inputs).orElse(List.of());
            case "related" -> relation(step).map(Relation::inputs).orElse(List.of());
            default -> List.of();
        };
    }

    /** Every operation that listing the assets and filling some details may send, and how often: first the one that lists. */
    public List<Use> uses(List<Detail> filled) {
        List<Operation> listed = listing.operations();
        Use.Per site = reach == Reach.ACCOUNT ? Use.Per.ACCOUNT : Use.Per.REGION;
        Stream<Use> further = listed.stream()
                .skip(1)
                .map(operation -> operation.per(listing.walk().others()));
        Stream<Use> details = filled.stream().flatMap(detail -> detail.uses().stream());
        // What lists the assets may be asked another question for a detail of theirs.
        return Stream.concat(
                        Stream.of(listed.get(0).per(site)),
                        Stream.concat(further, details).distinct())
                .toList();
    }

    /** The operations that fill a path; the listing's for what the listing fills. */
    public List<Operation> operationsFor(String path) {
        return operationsBehind(attributesBehind(path)).distinct().toList();
    }

    private String calls(List<String> attributes) {
        return operationsBehind(attributes).map(Operation::call).distinct().collect(Collectors.joining(", "));
    }

    /** Some of them twice. */
    private Stream<Operation> operationsBehind(List<String> inputs) {
        return inputs.isEmpty()
                ? listing.operations().stream()
                : inputs.stream()
                        .flatMap(input -> detail(input).map(Detail::operations).orElse(listing.operations()).stream());
    }

    @Override
    public String toString() {
        return name;
    }
}
