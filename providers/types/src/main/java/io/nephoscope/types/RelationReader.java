package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads to which other assets the attributes of one lead. */
final class RelationReader {
    private static final Set<String> WORDS = Set.of("to", "by", "ids", "anywhere", "leftOut");

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
        String target = node.field("to").filled();
        boolean anywhere =
                node.optional("anywhere").map(YamlNode::value).orElse(false).equals(true);
        if (node.optional("ids").isPresent()) {
            Expression ids = of.expression(node.field("ids"), attributes);
            return new Relation(
                    name,
                    target,
                    Derived.inputs(ids),
                    anywhere,
                    asset -> plain(Derived.named(
                            Derived.orAbsent(ids.derive(new AttributesSubject(asset::get))),
                            "relation:" + name,
                            attribute -> "")));
        }
        List<ListPath> paths =
                TypeReader.each(node.field("by")).stream().map(this::path).toList();
        boolean none = node.optional("leftOut").isPresent();
        List<String> inputs = paths.stream().map(ListPath::first).distinct().toList();
        return new Relation(name, target, inputs, anywhere, asset -> plain(ids(asset, paths, none)));
    }

    private Object plain(Object ids) {
        return ids instanceof DocList list
                ? DocList.copyOf(list.stream()
                        .map(id -> id instanceof String text ? plain.apply(text) : id)
                        .distinct()
                        .toList())
                : ids;
    }

    private ListPath path(YamlNode node) {
        if (!ListPath.is(node.filled())) {
            throw node.error(Text.of(
                    "{0} is no path; write it as Attachments[].InstanceId.",
                    "{0} 不是路径；请写作 Attachments[].InstanceId。", node.filled()));
        }
        TypeReader.known(node, new ListPath(node.filled()).first(), attributes);
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
        return ids.size() == 1 && ids.iterator().next() instanceof Unknown unread ? unread : DocList.copyOf(ids);
    }
}
