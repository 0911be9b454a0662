package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final String NAME = "name";
    private static final String TAGS = "tags";

    private final String name;
    private final String title;
    private final Kind kind;
    private final Reach reach;
    private final Listing listing;
    private final Identity identity;
    private final Facet displayName;
    private final Optional<Facet> tags;
    private final List<Detail> details;
    private final List<Facet> facets;
    private final List<Door> doors;
    private final Optional<String> doorless;
    private final List<Relation> relations;
    private final List<String> redacted;
    private final Struct attributes;
    private final Struct facetFields;

    private AssetType(Builder from, Listing listing, Identity identity) {
        this.name = from.name;
        this.title = from.title;
        this.kind = from.kind;
        this.reach = from.reach;
        this.listing = listing;
        this.identity = identity;
        this.displayName = from.displayName.orElseGet(() -> new Facet(NAME, List.of(), item -> Absent.ABSENT));
        this.tags = from.tags;
        this.details = List.copyOf(from.details);
        this.facets = from.facets.stream()
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

    private AssetType(AssetType of, List<Relation> relations) {
        this.name = of.name;
        this.title = of.title;
        this.kind = of.kind;
        this.reach = of.reach;
        this.listing = of.listing;
        this.identity = of.identity;
        this.displayName = of.displayName;
        this.tags = of.tags;
        this.details = of.details;
        this.facets = of.facets;
        this.doors = of.doors;
        this.doorless = of.doorless;
        this.relations = List.copyOf(relations);
        this.redacted = of.redacted;
        this.attributes = of.attributes;
        this.facetFields = of.facetFields;
    }

    /** The same type, to which links of others lead. */
    AssetType linked(List<Relation> back) {
        return back.isEmpty()
                ? this
                : new AssetType(
                        this, Stream.concat(relations.stream(), back.stream()).toList());
    }

    /**
     * How an asset's attributes say who it is.
     *
     * @param nativeId the id by which the provider's own API addresses it
     * @param region where it lives; empty for the region in which it was listed
     * @param tenant the branch to which it belongs, the account's own or one below it; empty for the account's own
     * @param uniqueInAccount whether no two regions of an account may hold the same native id, so that the region is no part of the uid
     */
    public record Identity(
            Function<Doc, String> nativeId,
            Function<Doc, Optional<String>> region,
            Function<Doc, Optional<String>> tenant,
            boolean uniqueInAccount) {}

    /** Starts a declaration. */
    public static Builder named(String name, String title, Kind kind) {
        return new Builder(name, title, kind);
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
        Object told = tags.map(it -> it.of(attributesOfAsset))
                .orElseGet(() -> untold(Text.of("{0} has no way to tell {1}", "{0} 没有读取 {1} 的途径", name, TAGS)));
        return told == Absent.ABSENT ? Doc.empty() : told;
    }

    private static Unknown untold(Text why) {
        return Unknown.because(new Cause("", Status.NOT_COLLECTED, "", why));
    }

    /** How the type tells its tags; empty where it does not say. */
    public Optional<Facet> tags() {
        return tags;
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
        return operationsBehind(attributesBehind(path));
    }

    private String calls(List<String> attributes) {
        return operationsBehind(attributes).stream()
                .map(Operation::call)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<Operation> operationsBehind(List<String> inputs) {
        if (inputs.isEmpty()) {
            return listing.operations();
        }
        return inputs.stream()
                .flatMap(input -> detail(input).map(Detail::operations).orElse(listing.operations()).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects a declaration. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final Kind kind;
        private final List<Detail> details = new ArrayList<>();
        private final List<Facet> facets = new ArrayList<>();
        private final List<Door> doors = new ArrayList<>();
        private final Map<String, Schema> own = new TreeMap<>();
        private final List<Relation> relations = new ArrayList<>();
        private final List<String> redacted = new ArrayList<>();
        private Optional<String> doorless = Optional.empty();
        private Reach reach = Reach.REGION;
        private Optional<Listing> listing = Optional.empty();
        private Function<Doc, String> nativeId = doc -> "";
        private Optional<Facet> displayName = Optional.empty();
        private Function<Doc, Optional<String>> region = doc -> Optional.empty();
        private Function<Doc, Optional<String>> tenant = doc -> Optional.empty();
        private boolean uniqueInAccount;
        private Optional<Facet> tags = Optional.empty();

        private Builder(String name, String title, Kind kind) {
            this.name = name;
            this.title = title;
            this.kind = kind;
        }

        /** Listed once for each account, and not once a region. */
        public Builder oncePerAccount() {
            reach = Reach.ACCOUNT;
            return this;
        }

        public Builder list(Listing how) {
            listing = Optional.of(how);
            return this;
        }

        /** The attribute that holds the id by which the provider's API addresses the asset. */
        public Builder nativeId(String attribute) {
            return nativeId(doc -> doc.text(attribute));
        }

        public Builder nativeId(Function<Doc, String> of) {
            nativeId = of;
            return this;
        }

        /** The attribute that holds the name, where it is not the native id. */
        public Builder name(String attribute) {
            return name(attributes -> attributes.get(attribute), attribute);
        }

        /** The name, derived from the attributes named; absent or empty where the asset has none but its native id. */
        public Builder name(Facet.Derive derive, String... inputs) {
            displayName = Optional.of(new Facet(NAME, Arrays.asList(inputs), derive));
            return this;
        }

        /** Where the asset lives, where that is not the region in which it was listed. */
        public Builder region(Function<Doc, Optional<String>> of) {
            region = of;
            return this;
        }

        /** To which branch the asset belongs, where that is one below the account's own. */
        public Builder tenant(Function<Doc, Optional<String>> of) {
            tenant = of;
            return this;
        }

        /** No two regions of an account hold the same native id: an asset is the same wherever it is found to live. */
        public Builder uniqueInAccount() {
            uniqueInAccount = true;
            return this;
        }

        /** The tags, an object of texts derived from the attributes named; absent where the asset has none. */
        public Builder tags(Facet.Derive derive, String... inputs) {
            tags = Optional.of(new Facet(TAGS, Arrays.asList(inputs), derive));
            return this;
        }

        /** The tags are an attribute as it stands, absent where the asset has none. */
        public Builder tags(String attribute) {
            return tags(attributes -> attributes.get(attribute), attribute);
        }

        /** The provider gives tags to no asset of this type, so that none has any. */
        public Builder neverTagged() {
            return tags(attributes -> Doc.empty());
        }

        /**
         * No call of ours tells the tags, if there are any.
         *
         * @param why in a clause, as {@code the listing of this product has no tags}
         */
        public Builder tagsUntold(Text why) {
            return tags(attributes -> untold(why));
        }

        public Builder detail(Detail detail) {
            details.add(detail);
            return this;
        }

        /** A facet of the kind, derived from the attributes named. */
        public Builder facet(String facet, Facet.Derive derive, String... inputs) {
            facets.add(new Facet(facet, Arrays.asList(inputs), derive));
            return this;
        }

        /** A facet of the kind that is an attribute as it stands. */
        public Builder facet(String facet, String attribute) {
            return facet(facet, attributes -> attributes.get(attribute), attribute);
        }

        /** A facet that the type has beside those of its kind: rules on the type read it, rules on the kind know nothing of it. */
        public Builder ownFacet(String facet, Schema schema, Facet.Derive derive, String... inputs) {
            if (kind.facets().field(facet).isPresent() || own.put(facet, schema) != null) {
                throw new IllegalArgumentException(name + " has a facet " + facet + " already");
            }
            return facet(facet, derive, inputs);
        }

        /**
         * The attributes that the facet declared last seldom comes to read, since what it reads before them decides: they are asked for
         * where it does, and a plan does not count on them.
         */
        public Builder seldom(String... attributes) {
            Facet last = facets.remove(facets.size() - 1);
            facets.add(new Facet(last.name(), last.inputs(), Arrays.asList(attributes), last.derive(), last.calls()));
            return this;
        }

        /** A way by which people whom nobody chose may get at an asset, and the attributes that tell of it. */
        public Builder door(String door, String... attributes) {
            doors.add(new Door(door, Arrays.asList(attributes)));
            return this;
        }

        /** There is no way by which people whom nobody chose may get at an asset, and why not: a sentence. */
        public Builder doorless(String why) {
            doorless = Optional.of(why);
            return this;
        }

        /** A link to the assets of a type in the same account whose native ids an attribute holds, a text or a list of texts. */
        public Builder relation(String relation, String target, String attribute) {
            return relation(new Relation(relation, target, List.of(attribute), false, ids(attribute)));
        }

        /** The same, where the native ids name assets of any account. */
        public Builder relationAnywhere(String relation, String target, String attribute) {
            return relation(new Relation(relation, target, List.of(attribute), true, ids(attribute)));
        }

        public Builder relation(Relation relation) {
            relations.add(relation);
            return this;
        }

        private static Function<Doc, Object> ids(String attribute) {
            return doc -> doc.get(attribute) instanceof String id ? DocList.of(id) : doc.get(attribute);
        }

        /** A path below the attributes whose values are secrets. */
        public Builder redact(String path) {
            redacted.add(path);
            return this;
        }

        public AssetType build() {
            Listing how = listing.orElseThrow(() -> new IllegalStateException(name + " declares no listing"));
            return new AssetType(this, how, new Identity(nativeId, region, tenant, uniqueInAccount));
        }
    }
}
