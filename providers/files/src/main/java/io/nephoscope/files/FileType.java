package io.nephoscope.files;

import static io.nephoscope.inventory.FacetWords.ADDRESSES;
import static io.nephoscope.inventory.FacetWords.DOMAINS;
import static io.nephoscope.inventory.FacetWords.PUBLIC_ADDRESSES;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.FacetWord;
import io.nephoscope.inventory.Guards;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The type of the assets of one kind that come from a file: as {@code files.compute.vm}. */
final class FileType {
    static final Operation READ = Operation.of(FilesProvider.NAME, "ReadFile", "")
            .proven(Proof.nothing("a file may hold no rows"))
            .narrowed(Defaults.NARROW_NOTHING);

    private FileType() {}

    static AssetType of(Kind kind) {
        String name = FilesProvider.NAME + "." + kind.name();
        AssetTypeBuilder type = AssetType.named(name, kind.en(), kind)
                .oncePerAccount()
                .list(new Listing(schema(name, kind), List.of(READ), (site, each) -> list(kind, site, each)))
                .nativeId(Field.NATIVE_ID)
                .name(Field.NAME)
                .region(row -> said(row, Field.REGION))
                .branch(row -> said(row, Field.BRANCH))
                .tags(Field.TAGS)
                .door("what the file says", Field.FACETS);
        facets(kind).fields().forEach((facet, schema) -> {
            Facet.Derive said = row -> facet(facet, row);
            String[] read = Field.isFacet(facet) ? new String[] {Field.FACETS, facet} : new String[] {Field.FACETS};
            if (kind.facets().field(facet).isPresent()) {
                type.facet(facet, said, read);
            } else {
                type.ownFacet(facet, schema, said, read);
            }
        });
        Guards.word(kind).ifPresent(word -> type.relation(guarded(word)));
        return type.build();
    }

    /**
     * What a row says of a facet: in its own column, or in a field of the same name as long as that holds; its addresses with the public
     * ones, which a file may give by themselves.
     */
    static Object facet(String facet, Facet.Attributes row) {
        Doc facets = (Doc) row.get(Field.FACETS);
        Object said = facets.has(facet) || !Field.isFacet(facet) ? facets.get(facet) : row.get(facet);
        return facet.equals(ADDRESSES.name()) && facets.has(PUBLIC_ADDRESSES.name())
                ? both(said, facets.get(PUBLIC_ADDRESSES.name()))
                : said;
    }

    private static Object both(Object some, Object others) {
        return some instanceof Unknown && others instanceof Unknown
                ? some
                : DocList.copyOf(Stream.of(some, others)
                        .flatMap(it -> it instanceof DocList list ? list.stream() : Stream.of(it))
                        .distinct()
                        .toList());
    }

    /** Whom a security product guards: whatever one of its selectors names, wherever it is. */
    private static Relation guarded(String word) {
        return new Relation(
                Guards.GUARDED,
                Relation.ANYTHING,
                List.of(Field.FACETS, Guards.PROTECTS),
                true,
                row -> facet(Guards.PROTECTS, row::get),
                By.SELECTOR,
                Optional.of(word),
                List.of());
    }

    /** The facets of a kind, and those by which an asset of any kind is found: a file may say them of everything. */
    static Schema.Struct facets(Kind kind) {
        Map<String, Schema> found = new LinkedHashMap<>();
        for (FacetWord word : List.of(ADDRESSES, DOMAINS)) {
            if (kind.word(word.name()).isEmpty()) {
                found.put(word.name(), word.schema());
            }
        }
        return kind.facets().plus(kind.facets().name(), found);
    }

    private static Schema.Struct schema(String name, Kind kind) {
        Map<String, Schema> fields = new LinkedHashMap<>();
        Field.ALL.forEach(field -> fields.put(field.name(), field.form().schema()));
        fields.put(Field.TAGS, Schema.mapOf(Schema.Scalar.STRING));
        fields.put(Field.FACETS, facets(kind));
        fields.put(Field.COLUMNS, Schema.mapOf(Schema.Scalar.STRING));
        return Schema.struct(name + ".listing", () -> fields);
    }

    private static Optional<String> said(Doc row, String field) {
        return Optional.of(row.text(field)).filter(text -> !text.isEmpty());
    }

    /**
     * The good rows come in whatever the others are like; a row that may be of this kind and was lost makes the listing fail, and a cell
     * that was lost leaves a gap in its asset. The file itself was read before, so that no call failed.
     */
    private static Outcome<Integer> list(Kind kind, Site site, Consumer<Doc> each) {
        Sheet sheet = site.client(Sheet.class);
        List<Doc> rows = sheet.rows(kind);
        rows.forEach(each);
        return site.call(READ, rows::size)
                .then(count -> sheet.unreadRows(kind)
                        .<Outcome<Integer>>map(
                                unread -> Outcome.without(new Cause(READ.call(), Status.FAILED, "", unread)))
                        .orElseGet(() -> Outcome.value(count)));
    }
}
