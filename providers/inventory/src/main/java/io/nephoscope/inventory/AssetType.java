package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

    private final String name;
    private final String title;
    private final Kind kind;
    private final Reach reach;
    private final Listing listing;
    private final Identity identity;
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
        this.details = List.copyOf(from.details);
        this.facets = List.copyOf(from.facets);
        this.doors = List.copyOf(from.doors);
        this.doorless = from.doorless;
        this.relations = List.copyOf(from.relations);
        this.redacted = List.copyOf(from.redacted);
        Map<String, Schema> detailed = new LinkedHashMap<>();
        details.forEach(detail -> detailed.put(detail.attribute(), detail.schema()));
        this.attributes = listing.schema().plus(name + ".attributes", detailed);
        this.facetFields =
                from.own.isEmpty() ? kind.facets() : kind.facets().plus(name + ".facets", new TreeMap<>(from.own));
    }

    /**
     * How an asset's attributes say who it is.
     *
     * @param nativeId the id by which the provider's own API addresses it
     * @param name the name that people know it by; the native id where it has none
     * @param region where it lives; empty for the region in which it was listed
     * @param tenant the branch to which it belongs, the account's own or one below it; empty for the account's own
     * @param uniqueInAccount whether no two regions of an account may hold the same native id, so that the region is no part of the uid
     * @param tags the tags that the listing brings along
     */
    public record Identity(
            Function<Doc, String> nativeId,
            Function<Doc, String> name,
            Function<Doc, Optional<String>> region,
            Function<Doc, Optional<String>> tenant,
            boolean uniqueInAccount,
            Function<Doc, Map<String, String>> tags) {}

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

    /** The attributes that a path reads: {@code attributes.X…} reads X, a facet or relation reads its inputs. */
    public List<String> attributesBehind(String path) {
        String[] steps = path.split("[.\\[]", 3);
        if (steps.length < 2) {
            return List.of();
        }
        return switch (steps[0]) {
            case "attributes" -> List.of(steps[1]);
            case "facets" -> facet(steps[1]).map(Facet::inputs).orElse(List.of());
            case "related" -> relation(steps[1]).map(Relation::inputs).orElse(List.of());
            default -> List.of();
        };
    }

    /** Every operation that listing the assets and filling some details may send, and how often: first the one that lists. */
    public List<Use> uses(List<Detail> filled) {
        List<Operation> listed = listing.operations();
        Use.Per site = reach == Reach.ACCOUNT ? Use.Per.ACCOUNT : Use.Per.REGION;
        return Stream.of(
                        Stream.of(listed.get(0).per(site)),
                        listed.stream()
                                .skip(1)
                                .map(operation -> operation.per(listing.walk().others())),
                        filled.stream().flatMap(detail -> detail.uses().stream()))
                .flatMap(uses -> uses)
                .distinct()
                .toList();
    }

    /** The operations that fill a path; the listing's for what the listing fills. */
    public List<Operation> operationsFor(String path) {
        List<String> inputs = attributesBehind(path);
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
        private Optional<Function<Doc, String>> displayName = Optional.empty();
        private Function<Doc, Optional<String>> region = doc -> Optional.empty();
        private Function<Doc, Optional<String>> tenant = doc -> Optional.empty();
        private boolean uniqueInAccount;
        private Function<Doc, Map<String, String>> tags = doc -> Map.of();

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
            return name(doc -> doc.text(attribute));
        }

        public Builder name(Function<Doc, String> of) {
            displayName = Optional.of(of);
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

        public Builder tags(Function<Doc, Map<String, String>> of) {
            tags = of;
            return this;
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
            Function<Doc, String> id = nativeId;
            Function<Doc, String> named = displayName.orElse(id);
            Identity identity = new Identity(
                    id,
                    doc -> {
                        String text = named.apply(doc);
                        return text.isEmpty() ? id.apply(doc) : text;
                    },
                    region,
                    tenant,
                    uniqueInAccount,
                    tags);
            return new AssetType(this, how, identity);
        }
    }
}
