package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what a file says of a type. */
public final class TypeReader {
    static final String DETAILS = "details";

    private static final Set<String> WORDS = Set.of(
            "type",
            "title",
            "kind",
            "reach",
            "unique",
            "list",
            "schema",
            "missing",
            "id",
            "name",
            "region",
            "tags",
            "gone",
            "redact",
            DETAILS,
            "facets",
            "doors",
            "doorless",
            "relations");
    private static final String REACH = "reach";
    private static final String ACCOUNT = "account";
    private static final String TAG = "tag";

    private final Dialect dialect;
    private final Library library;
    private final Expressions expressions;
    private final Map<String, Call> calls = new HashMap<>();

    public TypeReader(Dialect dialect, Library library, Expressions expressions) {
        this.dialect = dialect;
        this.library = library;
        this.expressions = expressions;
    }

    /** @throws io.nephoscope.yaml.YamlException at the first fault of the file */
    public AssetType read(YamlNode file) {
        file.fields(WORDS);
        String name = file.field("type").filled();
        Declaration declaration =
                new Declaration(name, file, library, expressions, type -> Optional.ofNullable(calls.get(type)));
        AssetTypeBuilder type = AssetType.named(name, file.field("title").filled(), kind(file.field("kind")));
        dialect.begin(type, declaration);
        once(file.optional(REACH), type::oncePerAccount);
        once(file.optional("unique"), type::uniqueInAccount);
        Optional<SchemaText> schema = file.optional("schema").map(it -> SchemaText.read(it, name));
        schema.ifPresent(it -> it.secrets().forEach(type::redact));
        Listing listing = new ListReader(
                        dialect, declaration, schema.map(SchemaText::schema), call -> calls.put(name, call))
                .read(file.field("list"));
        type.list(listing);
        Map<String, Detail> details = new LinkedHashMap<>();
        DetailReader detailReader = new DetailReader(dialect, declaration, listing.schema());
        file.optional(DETAILS)
                .ifPresent(it -> it.fields().forEach((attribute, how) -> {
                    if (!declaration.isChecked()
                            && listing.schema().field(attribute).isPresent()) {
                        throw how.error(Text.of(
                                "the listing fills {0} already; give the detail another name.",
                                "列表已填充 {0}；请为该明细另取名称。", attribute));
                    }
                    details.put(attribute, detailReader.read(attribute, how));
                    detailReader.secrets(attribute, how).forEach(type::redact);
                }));
        details.values().forEach(type::detail);
        Struct attributes = attributes(name, listing, details);
        Function<String, String> calls = attribute -> call(attribute, listing, details);
        Optional<Missing> missing = file.optional("missing").map(it -> Missing.read(it, attributes, declaration));
        new IdentityReader(declaration, attributes, dialect, calls).read(type);
        file.optional("redact").ifPresent(it -> it.items().forEach(path -> type.redact(path.filled())));
        new FacetReader(declaration, attributes, dialect, calls, missing).read(type);
        file.optional("doors")
                .ifPresent(it ->
                        it.fields().forEach((door, told) -> type.door(door, declaration.known(told, attributes))));
        file.optional("doorless").ifPresent(it -> type.doorless(it.filled()));
        file.optional("relations")
                .ifPresent(it -> it.fields()
                        .forEach((relation, to) -> type.relation(
                                new RelationReader(declaration, attributes, dialect::key).read(relation, to))));
        return type.build();
    }

    private static void once(Optional<YamlNode> word, Runnable then) {
        word.ifPresent(it -> {
            if (!it.filled().equals(ACCOUNT)) {
                throw it.error(Text.of("here can only stand {0}.", "此处只能写 {0}。", ACCOUNT));
            }
            then.run();
        });
    }

    private static Kind kind(YamlNode node) {
        List<String> known = Kinds.all().stream().map(Kind::name).toList();
        return Kinds.named(node.filled())
                .orElseThrow(() -> node.error(Text.of(
                        "there is no kind {0}{1}; the kinds are listed by \"types list\".",
                        "没有种类 {0}{1}；可用 \"types list\" 查看全部种类。",
                        node.filled(),
                        Suggestion.didYouMean(node.filled(), known))));
    }

    private static Struct attributes(String name, Listing listing, Map<String, Detail> details) {
        return listing.schema().plus(name, () -> {
            Map<String, Schema> detailed = new TreeMap<>();
            details.forEach((attribute, detail) -> detailed.put(attribute, detail.schema()));
            return detailed;
        });
    }

    private static String call(String attribute, Listing listing, Map<String, Detail> details) {
        List<Operation> operations = Optional.ofNullable(details.get(attribute))
                .map(Detail::operations)
                .orElse(listing.operations());
        return operations.isEmpty() ? "" : operations.get(0).call();
    }

    /** The words of a part of a file: those of the reader and those of the dialect. */
    static Set<String> words(Set<String> own, Set<String> ofDialect) {
        Set<String> all = new TreeSet<>(own);
        all.addAll(ofDialect);
        return all;
    }

    /** The expression of a name, an id or a region as a text; empty where it gives none. */
    static Function<Doc, String> text(Expression expression) {
        return asset -> expression.derive(new AttributesSubject(asset::get)) instanceof String text ? text : "";
    }

    /** Whether a file says that to leave something out means that there is none. */
    static boolean isNone(Optional<YamlNode> leftOut) {
        leftOut.ifPresent(it -> it.oneOf(Set.of("none")));
        return leftOut.isPresent();
    }

    static List<YamlNode> each(YamlNode node) {
        return node.isList() ? node.items() : List.of(node);
    }
}
