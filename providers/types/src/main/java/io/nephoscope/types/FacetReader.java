package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Facet.Derive;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the attributes of an asset come to: the facets of its kind, and those that the type has beside them. */
final class FacetReader {
    private static final Set<String> WORDS = Set.of("is", "none", "own", "seldom", "evenGone");
    private static final String GONE = "gone";
    private static final Set<String> GONE_WORDS = Set.of("field", "values");

    private final Declaration of;
    private final Struct attributes;
    private final Function<String, String> calls;
    private final Optional<Missing> missing;
    private final Optional<Gone> gone;

    FacetReader(
            Declaration of,
            Struct attributes,
            Dialect dialect,
            Function<String, String> calls,
            Optional<Missing> missing) {
        this.of = of;
        this.attributes = attributes;
        this.calls = calls;
        this.missing = missing;
        this.gone =
                of.file().optional(GONE).map(it -> gone(it, dialect.defaults().flatMap(all -> all.optional(GONE))));
    }

    /** The states in which an asset is still listed, and is gone or going: its facets' questions do not arise then. */
    private record Gone(String path, Set<String> states) {
        String attribute() {
            return new ListPath(path).first();
        }

        Object state(Attributes asset) {
            return Paths.get(Doc.of(attribute(), asset.get(attribute())), path);
        }

        boolean holds(Object state) {
            return state instanceof String named && states.contains(named.toLowerCase(Locale.ROOT));
        }
    }

    /** @param usual the states of every type of the source, for a type that names the field alone */
    private Gone gone(YamlNode node, Optional<YamlNode> usual) {
        boolean isField = !node.isMap() && usual.isPresent();
        if (!isField) {
            node.fields(GONE_WORDS);
        }
        YamlNode field = isField ? node : node.field("field");
        Set<String> states = new TreeSet<>();
        (isField ? usual.get() : node.field("values"))
                .items()
                .forEach(it -> states.add(it.filled().toLowerCase(Locale.ROOT)));
        of.known(field, new ListPath(field.filled()).first(), attributes);
        return new Gone(field.filled(), states);
    }

    void read(AssetTypeBuilder type) {
        Struct ofKind =
                Kinds.named(of.file().field("kind").filled()).orElseThrow().facets();
        of.file()
                .optional("facets")
                .ifPresent(facets -> facets.fields().forEach((name, how) -> {
                    if (how.isMap()) {
                        how.fields(WORDS);
                    }
                    Optional<Schema> own = how.isMap()
                            ? how.optional("own")
                                    .map(it -> SchemaText.read(it, of.name() + "." + name)
                                            .schema())
                            : Optional.empty();
                    boolean known = ofKind.field(name).isPresent();
                    if (known == own.isPresent()) {
                        throw how.error(
                                known
                                        ? Text.of(
                                                "the kind has the facet {0} already; leave out own.",
                                                "种类已有 facet {0}；请去掉 own。", name)
                                        : Text.of(
                                                "the kind has no facet {0}{1}; a facet of the type itself says what it holds, as own: bool.",
                                                "种类没有 facet {0}{1}；类型自有的 facet 需写明其类型，如 own: bool。",
                                                name,
                                                Suggestion.didYouMean(
                                                        name, ofKind.fields().keySet())));
                    }
                    add(type, name, how, own);
                }));
    }

    private void add(AssetTypeBuilder type, String name, YamlNode how, Optional<Schema> own) {
        Expression is = of.expression(how.isMap() ? how.field("is") : how, attributes);
        Optional<Expression> none = how.isMap()
                ? how.optional("none").map(it -> of.condition(it, attributes).expression())
                : Optional.empty();
        Optional<Gone> unlessGone =
                how.isMap() && how.optional("evenGone").map(YamlNode::truth).orElse(false) ? Optional.empty() : gone;
        Set<String> inputs = new LinkedHashSet<>();
        unlessGone.ifPresent(it -> inputs.add(it.attribute()));
        none.ifPresent(it -> inputs.addAll(Derived.inputs(it)));
        inputs.addAll(Derived.inputs(is));
        missing.ifPresent(it -> inputs.addAll(it.inputs(inputs)));
        String unreadable = inputs.isEmpty() ? "derive:" + name : calls(inputs);
        Derive derive = derive(unreadable, is, none, unlessGone);
        String[] read = inputs.toArray(String[]::new);
        own.ifPresentOrElse(schema -> type.ownFacet(name, schema, derive, read), () -> type.facet(name, derive, read));
        if (how.isMap()) {
            how.optional("seldom").ifPresent(it -> type.seldom(of.known(it, attributes)));
        }
    }

    private String calls(Set<String> inputs) {
        return inputs.stream().map(calls).distinct().collect(Collectors.joining(", "));
    }

    /** @param unreadable the calls whose answers it is where what they say cannot be read */
    private Derive derive(String unreadable, Expression is, Optional<Expression> none, Optional<Gone> unlessGone) {
        return asset -> {
            if (unlessGone.isPresent()) {
                Object state = unlessGone.get().state(asset);
                if (state instanceof Unknown || unlessGone.get().holds(state)) {
                    return state instanceof Unknown ? state : Absent.ABSENT;
                }
            }
            Attributes said = missing.<Attributes>map(it -> it.fill(asset)).orElse(asset);
            AttributesSubject subject = new AttributesSubject(said);
            Object isNone = none.map(it -> it.derive(subject)).orElse(false);
            Object derived =
                    isNone instanceof Unknown ? isNone : isNone.equals(true) ? Absent.ABSENT : is.derive(subject);
            return Derived.named(derived, unreadable, calls);
        };
    }
}
