package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.Guards;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Selector;
import io.nephoscope.inventory.Selector.Sort;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads to which other assets the attributes of one lead. */
final class RelationReader {
    private static final Set<String> WORDS =
            Set.of("to", "by", "address", "domain", "ids", "selector", "anywhere", "leftOut", "reverse");

    private static final String IDS = "ids";
    /** The words for what names the other assets, and by what of theirs. */
    private static final Map<String, By> WAYS =
            Map.of("by", By.ID, IDS, By.ID, "address", By.ADDRESS, "domain", By.DOMAIN, "selector", By.SELECTOR);

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
        Guards.kind(name).ifPresent(kind -> {
            throw node.error(Text.of(
                    "by {0} assets know those of {1} that guard them; choose another name.",
                    "{0} 专指防护资产的 {1}；请另取名称。", name, kind));
        });
        String target = target(node.field("to"));
        boolean anywhere = node.optional("anywhere").map(YamlNode::truth).orElse(false);
        Optional<String> reverse = node.optional("reverse").map(this::reverse);
        List<String> ways = WAYS.keySet().stream()
                .filter(it -> node.optional(it).isPresent())
                .toList();
        if (ways.size() != 1) {
            throw node.error(Text.of(
                    "a relation says in one way whom it means: by, address, domain, selector or ids.",
                    "关联须以一种方式指明对象：by、address、domain、selector 或 ids。"));
        }
        YamlNode how = node.field(ways.get(0));
        By by = WAYS.getOrDefault(ways.get(0), By.ID);
        Keys keys = ways.get(0).equals(IDS)
                ? expression(name, how)
                : paths(how, TypeReader.isNone(node.optional("leftOut")));
        boolean isToAnything = target.equals(Relation.ANYTHING);
        return new Relation(
                name,
                target,
                keys.inputs,
                anywhere,
                asset -> {
                    Object all = plain(keys.of.apply(asset), by);
                    return isToAnything ? selectors(all, by) : all;
                },
                isToAnything ? By.SELECTOR : by,
                reverse,
                List.of());
    }

    /** What names the other assets, and of which attributes it comes. */
    private record Keys(List<String> inputs, Function<Doc, Object> of) {}

    private Keys expression(String name, YamlNode how) {
        Expression ids = of.expression(how, attributes);
        return new Keys(
                Derived.inputs(ids),
                asset -> Derived.named(
                        Derived.orAbsent(ids.derive(new AttributesSubject(asset::get))),
                        "relation:" + name,
                        attribute -> ""));
    }

    private Keys paths(YamlNode how, boolean none) {
        List<ListPath> paths = TypeReader.each(how).stream().map(this::path).toList();
        return new Keys(paths.stream().map(ListPath::first).distinct().toList(), asset -> ids(asset, paths, none));
    }

    /** The word by which assets know the products that guard them is for products of that kind alone. */
    private String reverse(YamlNode word) {
        String name = word.filled();
        Optional<Kind> guards = Guards.kind(name);
        String mine = of.file().field("kind").filled();
        if (guards.isPresent() && !guards.get().name().equals(mine)) {
            throw word.error(Text.of(
                    "by {0} assets know those of {1}, and this type is of {2}; choose another name.",
                    "{0} 专指种类 {1}，而此类型的种类为 {2}；请另取名称。", name, guards.get(), mine));
        }
        return name;
    }

    /** An asset of whatever type is looked for by selectors. */
    private static Object selectors(Object keys, By by) {
        return keys instanceof DocList list && by != By.SELECTOR
                ? DocList.copyOf(list.stream()
                        .map(key -> key instanceof String text
                                ? new Selector(Sort.valueOf(by.name()), text).toString()
                                : key)
                        .toList())
                : keys;
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

    /** A type of any source, which may not be installed; a kind, which must be one; or anything. */
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
                    "{0} is neither a type nor a kind; write wallgate.site, kind compute.vm, or anything.",
                    "{0} 既不是类型也不是种类；请写 wallgate.site、kind compute.vm 或 anything。", target));
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
