package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads to which other assets the attributes of one lead. */
final class RelationReader {
    private static final Set<String> WORDS =
            Set.of("to", "by", "address", "domain", "ids", "anywhere", "leftOut", "reverse");

    private static final String IDS = "ids";
    private static final String KIND = "kind ";

    private final Declaration of;
    private final Struct attributes;
    private final UnaryOperator<String> plain;

    /** @param plain an id as native ids write it */
    RelationReader(Declaration of, Struct attributes, UnaryOperator<String> plain) {
        this.of = of;
        this.attributes = attributes;
        this.plain = plain;
    }

    Relation read(String name, YamlNode node) {
        node.fields(WORDS);
        String target = target(node.field("to"));
        boolean anywhere = node.optional("anywhere").map(YamlNode::truth).orElse(false);
        Optional<String> reverse = node.optional("reverse").map(YamlNode::filled);
        List<String> ways = Stream.of("by", "address", "domain", IDS)
                .filter(it -> node.optional(it).isPresent())
                .toList();
        if (ways.size() != 1) {
            throw node.error(Text.of(
                    "a relation says in one way whom it means: by, address, domain or ids.",
                    "关联须以一种方式指明对象：by、address、domain 或 ids。"));
        }
        YamlNode how = node.field(ways.get(0));
        if (ways.get(0).equals(IDS)) {
            Expression ids = of.expression(how, attributes);
            return new Relation(
                    name,
                    target,
                    Derived.inputs(ids),
                    anywhere,
                    asset -> plain(
                            Derived.named(
                                    Derived.orAbsent(ids.derive(new AttributesSubject(asset::get))),
                                    "relation:" + name,
                                    attribute -> ""),
                            By.ID),
                    By.ID,
                    reverse,
                    List.of());
        }
        List<ListPath> paths = TypeReader.each(how).stream().map(this::path).toList();
        boolean none = TypeReader.isNone(node.optional("leftOut"));
        List<String> inputs = paths.stream().map(ListPath::first).distinct().toList();
        By by = ways.get(0).equals("by") ? By.ID : By.valueOf(ways.get(0).toUpperCase(Locale.ROOT));
        return new Relation(
                name, target, inputs, anywhere, asset -> plain(ids(asset, paths, none), by), by, reverse, List.of());
    }

    /** Each once, ids as native ids are written; unknown where nothing else is among them. */
    private Object plain(Object keys, By by) {
        if (!(keys instanceof DocList list)) {
            return keys;
        } else if (list.size() == 1 && list.get(0) instanceof Unknown unread) {
            return unread;
        }
        return DocList.copyOf(list.stream()
                .map(key -> by == By.ID && key instanceof String text ? plain.apply(text) : key)
                .distinct()
                .toList());
    }

    /** A type of any source, which may not be installed; or a kind, which must be one. */
    private static String target(YamlNode to) {
        String target = to.filled();
        if (target.startsWith(KIND)) {
            String kind = target.substring(KIND.length());
            if (Kinds.named(kind).isEmpty()) {
                List<String> known = Kinds.all().stream().map(Kind::name).toList();
                throw to.error(
                        Text.of("there is no kind {0}{1}.", "没有种类 {0}{1}。", kind, Suggestion.didYouMean(kind, known)));
            }
            return Relation.toKind(kind);
        }
        if (target.contains(" ")) {
            throw to.error(Text.of(
                    "{0} is neither a type nor a kind; write wallgate.site, or kind compute.vm.",
                    "{0} 既不是类型也不是种类；请写 wallgate.site 或 kind compute.vm。", target));
        }
        return target;
    }

    private ListPath path(YamlNode node) {
        if (!ListPath.is(node.filled())) {
            throw node.error(Text.of(
                    "{0} is no path; write it as Attachments[].InstanceId.",
                    "{0} 不是路径；请写作 Attachments[].InstanceId。", node.filled()));
        }
        of.known(node, new ListPath(node.filled()).first(), attributes);
        return new ListPath(node.filled());
    }

    /** Absent where every way ends before it comes to a list, unless that says there are none. */
    private static Object ids(Doc asset, List<ListPath> paths, boolean none) {
        List<DocList> found = new ArrayList<>();
        paths.forEach(path -> path.in(asset).ifPresent(found::add));
        if (found.isEmpty()) {
            return none ? DocList.empty() : Absent.ABSENT;
        }
        Set<Object> ids = new LinkedHashSet<>();
        found.forEach(list -> list.forEach(id -> {
            if (!id.equals("")) {
                ids.add(id);
            }
        }));
        return DocList.copyOf(ids);
    }
}
