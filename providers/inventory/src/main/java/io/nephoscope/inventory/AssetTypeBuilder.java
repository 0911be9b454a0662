package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects the declaration of a resource type. */
public final class AssetTypeBuilder {
    final String name;
    final String title;
    final Kind kind;
    final List<Detail> details = new ArrayList<>();
    final List<Facet> facets = new ArrayList<>();
    final List<Door> doors = new ArrayList<>();
    final Map<String, Schema> own = new TreeMap<>();
    final List<Relation> relations = new ArrayList<>();
    final List<String> redacted = new ArrayList<>();
    Optional<String> doorless = Optional.empty();
    AssetType.Reach reach = AssetType.Reach.REGION;
    private Optional<Listing> listing = Optional.empty();
    private Function<Doc, String> nativeId = doc -> "";
    Optional<Facet> displayName = Optional.empty();
    private Function<Doc, Optional<String>> region = doc -> Optional.empty();
    private Function<Doc, Optional<String>> branch = doc -> Optional.empty();
    private boolean uniqueInAccount;
    Optional<Facet> tags = Optional.empty();
    TagKeys tagKeys = TagKeys.AS_WRITTEN;

    AssetTypeBuilder(String name, String title, Kind kind) {
        this.name = name;
        this.title = title;
        this.kind = kind;
    }

    /** Listed once for each account, and not once a region. */
    public AssetTypeBuilder oncePerAccount() {
        reach = AssetType.Reach.ACCOUNT;
        return this;
    }

    public AssetTypeBuilder list(Listing how) {
        listing = Optional.of(how);
        return this;
    }

    /** The attribute that holds the id by which the provider's API addresses the asset. */
    public AssetTypeBuilder nativeId(String attribute) {
        return nativeId(doc -> doc.text(attribute));
    }

    public AssetTypeBuilder nativeId(Function<Doc, String> of) {
        nativeId = of;
        return this;
    }

    /** The attribute that holds the name, where it is not the native id. */
    public AssetTypeBuilder name(String attribute) {
        return name(attributes -> attributes.get(attribute), attribute);
    }

    /** The name, derived from the attributes named; absent or empty where the asset has none but its native id. */
    public AssetTypeBuilder name(Facet.Derive derive, String... inputs) {
        displayName = Optional.of(new Facet(AssetType.NAME, Arrays.asList(inputs), derive));
        return this;
    }

    /** Where the asset lives, where that is not the region in which it was listed. */
    public AssetTypeBuilder region(Function<Doc, Optional<String>> of) {
        region = of;
        return this;
    }

    /** To which branch the asset belongs, where that is one below the account's own. */
    public AssetTypeBuilder branch(Function<Doc, Optional<String>> of) {
        branch = of;
        return this;
    }

    /** No two regions of an account hold the same native id: an asset is the same wherever it is found to live. */
    public AssetTypeBuilder uniqueInAccount() {
        uniqueInAccount = true;
        return this;
    }

    /** The tags, an object of texts derived from the attributes named; absent where the asset has none. */
    public AssetTypeBuilder tags(Facet.Derive derive, String... inputs) {
        tags = Optional.of(new Facet(AssetType.TAGS, Arrays.asList(inputs), derive));
        return this;
    }

    /** The tags are an attribute as it stands, absent where the asset has none. */
    public AssetTypeBuilder tags(String attribute) {
        return tags(attributes -> attributes.get(attribute), attribute);
    }

    /** Where the provider does not tell keys apart as they are written. */
    public AssetTypeBuilder tagKeys(TagKeys how) {
        tagKeys = how;
        return this;
    }

    /** The provider gives tags to no asset of this type, so that none has any. */
    public AssetTypeBuilder neverTagged() {
        return tags(attributes -> Doc.empty());
    }

    /**
     * No call of ours tells the tags, if there are any.
     *
     * @param why in a clause, as {@code the listing of this product has no tags}
     */
    public AssetTypeBuilder tagsUntold(Text why) {
        return tags(attributes -> AssetType.untold(why));
    }

    public AssetTypeBuilder detail(Detail detail) {
        details.add(detail);
        return this;
    }

    /** A facet of the kind, derived from the attributes named. */
    public AssetTypeBuilder facet(String facet, Facet.Derive derive, String... inputs) {
        facets.add(new Facet(facet, Arrays.asList(inputs), derive));
        return this;
    }

    /** A facet of the kind that is an attribute as it stands. */
    public AssetTypeBuilder facet(String facet, String attribute) {
        return facet(facet, attributes -> attributes.get(attribute), attribute);
    }

    /** A facet that the type has beside those of its kind: rules on the type read it, rules on the kind know nothing of it. */
    public AssetTypeBuilder ownFacet(String facet, Schema schema, Facet.Derive derive, String... inputs) {
        if (kind.facets().field(facet).isPresent() || own.put(facet, schema) != null) {
            throw new IllegalArgumentException(name + " has a facet " + facet + " already");
        }
        return facet(facet, derive, inputs);
    }

    /**
     * The attributes that the facet declared last seldom comes to read, since what it reads before them decides: they are asked for
     * where it does, and a plan does not count on them.
     */
    public AssetTypeBuilder seldom(String... attributes) {
        Facet last = facets.remove(facets.size() - 1);
        facets.add(new Facet(last.name(), last.inputs(), Arrays.asList(attributes), last.derive(), last.calls()));
        return this;
    }

    /** A way by which people whom nobody chose may get at an asset, and the attributes that tell of it. */
    public AssetTypeBuilder door(String door, String... attributes) {
        doors.add(new Door(door, Arrays.asList(attributes)));
        return this;
    }

    /** There is no way by which people whom nobody chose may get at an asset, and why not: a sentence. */
    public AssetTypeBuilder doorless(String why) {
        doorless = Optional.of(why);
        return this;
    }

    /** A link to the assets of a type in the same account whose native ids an attribute holds, a text or a list of texts. */
    public AssetTypeBuilder relation(String relation, String target, String attribute) {
        return relation(new Relation(relation, target, List.of(attribute), false, ids(attribute)));
    }

    /** The same, where the native ids name assets of any account. */
    public AssetTypeBuilder relationAnywhere(String relation, String target, String attribute) {
        return relation(new Relation(relation, target, List.of(attribute), true, ids(attribute)));
    }

    public AssetTypeBuilder relation(Relation relation) {
        relations.add(relation);
        return this;
    }

    private static Function<Doc, Object> ids(String attribute) {
        return doc -> doc.get(attribute) instanceof String id ? DocList.of(id) : doc.get(attribute);
    }

    /** A path below the attributes whose values are secrets. */
    public AssetTypeBuilder redact(String path) {
        redacted.add(path);
        return this;
    }

    public AssetType build() {
        Listing how = listing.orElseThrow(() -> new IllegalStateException(name + " declares no listing"));
        return new AssetType(this, how, new AssetType.Identity(nativeId, region, branch, uniqueInAccount));
    }
}
