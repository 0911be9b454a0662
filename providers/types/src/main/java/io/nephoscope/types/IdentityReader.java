package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Facet.Derive;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads how an asset is called and where it lives: its id, name, region and tags. */
final class IdentityReader {
    private static final String LEFT_OUT = "leftOut";
    private static final String TAGS = "tags";
    private static final String IN = "in";
    private static final String UNTOLD = "untold";
    private static final Set<String> TAG_WORDS = Set.of(IN, "map", "key", "value", LEFT_OUT, "never", UNTOLD);

    private final Declaration of;
    private final Struct attributes;
    private final Dialect.TagNames names;
    private final Optional<YamlNode> defaults;
    private final Function<String, String> calls;

    IdentityReader(Declaration of, Struct attributes, Dialect dialect, Function<String, String> calls) {
        this.of = of;
        this.attributes = attributes;
        this.names = dialect.tagNames();
        this.defaults = dialect.defaults().flatMap(it -> it.optional(TAGS));
        this.calls = calls;
    }

    void read(AssetTypeBuilder type) {
        YamlNode file = of.file();
        file.optional("id").ifPresent(it -> type.nativeId(TypeReader.text(expression(it))));
        file.optional("region").ifPresent(it -> {
            Function<Doc, String> region = TypeReader.text(expression(it));
            type.region(asset -> Optional.of(region.apply(asset)).filter(text -> !text.isEmpty()));
        });
        file.optional(TAGS).or(() -> defaults).ifPresent(it -> tags(type, it));
        file.optional("name").ifPresent(it -> name(type, it));
    }

    private Expression expression(YamlNode source) {
        return of.expression(source, attributes);
    }

    /** An asset that says no name is called by its id. */
    private void name(AssetTypeBuilder type, YamlNode node) {
        if (node.isMap()) {
            node.fields(Set.of("tag"));
            String tag = node.field("tag").filled();
            YamlNode in = of.file()
                    .optional(TAGS)
                    .or(() -> defaults)
                    .orElseGet(() -> of.file().field(TAGS))
                    .field(IN);
            Derive tags = list(in.filled(), names.key(), names.value());
            type.name(
                    asset -> tags.derive(asset) instanceof Doc known ? known.get(tag) : asset.get(in.filled()),
                    in.filled());
            return;
        }
        Expression name = expression(node);
        type.name(
                asset -> Derived.orAbsent(name.derive(new AttributesSubject(asset))),
                Derived.inputs(name).toArray(String[]::new));
    }

    private void tags(AssetTypeBuilder type, YamlNode node) {
        node.fields(TAG_WORDS);
        if (node.optional("never").map(YamlNode::truth).orElse(false)) {
            type.neverTagged();
        } else if (node.optional(UNTOLD).isPresent() && !isFilled(node.optional(IN))) {
            type.tagsUntold(Texts.read(node.field(UNTOLD)));
        } else if (node.optional("map").isPresent()) {
            String attribute = attribute(node.field("map"));
            type.tags(said(node, attribute, asset -> asset.get(attribute)), attribute);
        } else {
            String attribute = attribute(node.field(IN));
            String key = node.optional("key").map(YamlNode::filled).orElse(names.key());
            String value = node.optional("value").map(YamlNode::filled).orElse(names.value());
            requirePart(node.optional("key"), attribute, key);
            requirePart(node.optional("value"), attribute, value);
            type.tags(said(node, attribute, list(attribute, key, value)), attribute);
        }
    }

    /** Whether the type has the attribute that tags are said to be in: for the others of its source somebody says why they are unknown. */
    private boolean isFilled(Optional<YamlNode> in) {
        return in.map(it -> attributes.field(it.filled()).isPresent()).orElse(false);
    }

    private String attribute(YamlNode node) {
        return of.known(node, node.filled(), attributes);
    }

    /** What is left out is unknown, unless the file says that it means there are none. */
    private Derive said(YamlNode node, String attribute, Derive tags) {
        if (TypeReader.isNone(node.optional(LEFT_OUT))) {
            return tags;
        }
        return asset -> asset.get(attribute) == Absent.ABSENT ? unsaid(attribute, attribute) : tags.derive(asset);
    }

    /** A tag that does not say its key may be any of them. */
    private Derive list(String attribute, String key, String value) {
        return asset -> {
            if (!(asset.get(attribute) instanceof DocList list)) {
                return asset.get(attribute);
            }
            Doc.Builder tags = Doc.builder();
            for (Object item : list) {
                if (!(item instanceof Doc tag) || tag.text(key).isEmpty()) {
                    return item instanceof Unknown ? item : unsaid(attribute, attribute + "[]." + key);
                }
                tags.put(tag.text(key), tag.text(value));
            }
            return tags.build();
        };
    }

    private Unknown unsaid(String attribute, String path) {
        return Unknown.because(new Cause(calls.apply(attribute), Status.NOT_SAID, "", Text.of("{0}", "{0}", path)));
    }

    /** The parts of a tag, where the schema tells what its objects hold. */
    private void requirePart(Optional<YamlNode> written, String attribute, String part) {
        if (written.isPresent()
                && !of.isChecked()
                && attributes.field(attribute).orElse(Schema.Scalar.DYN) instanceof Schema.ListOf list
                && list.item() instanceof Struct tag
                && tag.field(part).isEmpty()) {
            throw written.get()
                    .error(Text.of(
                            "a tag in {0} has no {1}{2}.",
                            "{0} 中的标签没有 {1}{2}。",
                            attribute,
                            part,
                            Suggestion.didYouMean(part, tag.fields().keySet())));
        }
    }
}
