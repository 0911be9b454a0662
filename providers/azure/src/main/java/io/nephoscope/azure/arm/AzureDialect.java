package io.nephoscope.azure.arm;

import io.nephoscope.azure.arm.ArmUse.Below;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TagKeys;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import io.nephoscope.types.Condition;
import io.nephoscope.types.Declaration;
import io.nephoscope.types.Dialect;
import io.nephoscope.yaml.YamlNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How files say what is asked of Azure: {@code {table: resources, resource: Microsoft.X/ys}} for what Resource Graph holds, and {@code
 * {call, get, version, permission}} for a GET of the Resource Manager, below the asset's id or {@code below: subscription}. Both only
 * read: the one POST is the query of Resource Graph, and what a GET wants granted must be an action that reads.
 */
public final class AzureDialect implements Dialect {
    private static final String TABLE = "table";
    private static final String RESOURCE = "resource";
    private static final String AND = "and";
    private static final String WHERE = "where";
    private static final String EACH = "each";
    private static final String CALL = "call";
    private static final String GET = "get";
    private static final String VERSION = "version";
    private static final String PERMISSION = "permission";
    private static final String ITEMS = "items";
    private static final String NARROWS = "narrows";
    private static final String HOLDING = "holding";
    private static final String PROPERTIES = "properties";
    private static final String VALUE = "value";
    private static final Set<String> TABLE_WORDS = Set.of(TABLE, RESOURCE, AND, WHERE);
    private static final Set<String> LIST_WORDS = Set.of(CALL, GET, VERSION, PERMISSION, EACH, NARROWS);
    private static final Set<String> CALL_WORDS = Set.of(
            TABLE,
            RESOURCE,
            CALL,
            GET,
            "below",
            VERSION,
            PERMISSION,
            ITEMS,
            HOLDING,
            EACH,
            "absent",
            "unsupported",
            NARROWS,
            "shared");

    private final Map<String, Hook> hooks;

    /** @param hooks the details that no file can say */
    public AzureDialect(Map<String, Hook> hooks) {
        this.hooks = hooks;
    }

    @Override
    public Map<String, Hook> hooks() {
        return hooks;
    }

    @Override
    public Set<String> callWords() {
        return CALL_WORDS;
    }

    /** Two keys of tags that differ only in capitals are one to Azure; two such values are not. */
    @Override
    public void begin(AssetTypeBuilder type, Declaration of) {
        ArmResource.identify(type);
        type.tagKeys(TagKeys.IN_ANY_CASE);
    }

    @Override
    public String key(String written) {
        return ArmResource.id(written);
    }

    /** What Resource Graph holds, what a list of the subscription has, or one below each resource of another type. */
    @Override
    public Optional<Listing> listing(YamlNode list, Optional<Schema> schema, Declaration of) {
        Struct items = resource(of.name(), schema, list);
        if (list.optional(TABLE).isPresent()) {
            GraphListing listing = table(list.fields(TABLE_WORDS), list);
            Optional<Condition> where = list.optional(WHERE).map(it -> of.condition(it, items));
            GraphListing kept = where.map(it -> listing.where(it::mayHold)).orElse(listing);
            return Optional.of(new Listing(items, kept.operations(), kept));
        }
        list.fields(LIST_WORDS);
        ArmCall call = arm(list, Proof.holding(VALUE).each(PROPERTIES));
        list.field(NARROWS);
        if (list.optional(EACH).isPresent()) {
            YamlNode each = list.field(EACH);
            ChildListing below = new ChildListing(table(each.fields(Set.of(TABLE, RESOURCE)), each), call);
            return Optional.of(new Listing(items, List.of(below.parents().operation(), call.operation()), below));
        }
        ArmCall listing = call.listing();
        return Optional.of(new Listing(
                items,
                List.of(call.operation()),
                (site, each) ->
                        listing.pages(site, site.client(AzureAccount.class).path(), each)));
    }

    private static GraphListing table(Map<String, YamlNode> words, YamlNode node) {
        GraphListing listing = GraphListing.of(
                word(node.field(TABLE), GraphTable.values(), GraphTable::label), resource(node.field(RESOURCE)));
        return words.containsKey(AND) ? listing.and(resource(node.field(AND))) : listing;
    }

    private static String resource(YamlNode node) {
        reads(node, node.filled() + "/read");
        return node.filled();
    }

    /** @throws io.nephoscope.yaml.YamlException where an action is none that reads */
    private static String reads(YamlNode node, String action) {
        if (!ArmCall.reads(action)) {
            throw node.error(Text.of(
                    "{0} is no action that reads; write one as Microsoft.Storage/storageAccounts/read.",
                    "{0} 不是只读操作；写作 Microsoft.Storage/storageAccounts/read。", action));
        }
        return action;
    }

    @Override
    public Call call(YamlNode use, Optional<Schema> schema, Declaration of) {
        if (use.optional(TABLE).isPresent()) {
            return lookup(use, schema, of);
        }
        boolean list = use.optional(ITEMS).isPresent();
        if (list) {
            word(use.field(ITEMS), new String[] {VALUE}, it -> it);
        }
        Proof proof = list
                ? Proof.holding(VALUE).each(texts(use, EACH, PROPERTIES))
                : Proof.holding(texts(use, HOLDING, PROPERTIES));
        ArmCall call = arm(use, proof).absentOn(texts(use, "absent")).unsupportedOn(texts(use, "unsupported"));
        Below below = use.optional("below")
                .map(it -> word(it, Below.values(), Below::word))
                .orElse(Below.ASSET);
        return new ArmUse(call, below, list, use.optional("shared").isPresent(), schema.orElse(Scalar.DYN));
    }

    private static Call lookup(YamlNode use, Optional<Schema> schema, Declaration of) {
        GraphListing listing = table(Map.of(), use);
        Map<String, String> kept = new LinkedHashMap<>();
        use.optional(ITEMS).ifPresent(it -> it.fields().forEach((field, path) -> kept.put(field, path.filled())));
        return new GraphCall(
                listing,
                kept,
                kept.isEmpty()
                        ? resource(of.name() + "." + RESOURCE, schema, use)
                        : schema.orElseGet(() -> fields(of.name() + "." + ITEMS, kept.keySet())));
    }

    /** That an expression may read what is kept, and nothing else. */
    private static Schema fields(String name, Set<String> kept) {
        Map<String, Schema> fields = new LinkedHashMap<>();
        kept.forEach(field -> fields.put(field, Scalar.DYN));
        return Schema.struct(name, () -> fields);
    }

    /** What every resource has, and what a file says of those of one type. */
    private static Struct resource(String name, Optional<Schema> schema, YamlNode use) {
        return ArmResource.schema(name, schema.map(it -> {
            if (it instanceof Struct fields) {
                return fields;
            }
            throw use.error(Text.of(
                    "a resource has fields; write its schema as \"string: properties.state\".",
                    "资源由字段组成；其 schema 写作 \"string: properties.state\"。"));
        }));
    }

    private static ArmCall arm(YamlNode use, Proof proof) {
        String permission = reads(use.field(PERMISSION), use.field(PERMISSION).filled());
        String path = use.optional(GET).map(YamlNode::filled).orElse("");
        String version = use.field(VERSION).filled();
        ArmCall call = named(use.field(CALL), name -> ArmCall.of(proof, name, permission, path, version));
        return use.optional(NARROWS).map(it -> call.narrowed(narrows(it))).orElse(call);
    }

    /** The name of a call that hands out secrets is a fault of the file. */
    private static ArmCall named(YamlNode name, Function<String, ArmCall> call) {
        try {
            return call.apply(name.filled());
        } catch (IllegalArgumentException e) {
            throw name.error(Text.of("{0}; name another call.", "{0}；请指定其他调用。", Said.by(e)));
        }
    }

    private static Defaults narrows(YamlNode node) {
        if (!node.isMap()) {
            word(node, new String[] {"nothing"}, it -> it);
            return Defaults.NARROW_NOTHING;
        }
        Defaults all = Defaults.NARROW_NOTHING;
        for (Map.Entry<String, YamlNode> parameter : node.fields().entrySet()) {
            parameter.getValue().fields(Set.of("itself", "asked"));
            all = all.and(
                    parameter.getKey(),
                    parameter.getValue().field("itself").text(),
                    texts(parameter.getValue(), "asked"));
        }
        return all;
    }

    private static String[] texts(YamlNode node, String word, String... otherwise) {
        return node.optional(word)
                .map(it -> (it.isList() ? it.items() : List.of(it))
                        .stream().map(YamlNode::filled).toArray(String[]::new))
                .orElse(otherwise);
    }

    private static <T> T word(YamlNode node, T[] values, Function<T, String> label) {
        List<String> words = Arrays.stream(values).map(label).toList();
        return Arrays.stream(values)
                .filter(it -> label.apply(it).equals(node.filled()))
                .findFirst()
                .orElseThrow(() -> node.error(Text.of(
                        "here can stand {0}{1}.",
                        "此处可写 {0}{1}。", String.join(", ", words), Suggestion.didYouMean(node.filled(), words))));
    }
}
