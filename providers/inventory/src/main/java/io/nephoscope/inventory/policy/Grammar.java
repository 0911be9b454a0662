package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.policy.Principals.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a cloud writes policies. Whatever is written otherwise is not understood: nobody knows what the cloud makes of it.
 *
 * @param wildcards in actions and resources
 * @param foldsCase whether names of elements, types of principals and effects may be written in any case
 * @param negates whether NotAction, NotResource and NotPrincipal are known
 * @param versions of the language; a policy may leave it out
 * @param principals the types of those whom statements name, that of accounts first, in which {@code *} is anyone; none where the
 *     policy is one of identities, which speaks of its holders and must name resources
 * @param resource how the names of resources are compared
 */
public record Grammar(
        Wildcards wildcards,
        boolean foldsCase,
        boolean negates,
        Set<String> versions,
        List<String> principals,
        UnaryOperator<String> resource) {
    private static final List<String> OF_POLICIES = List.of("Version", "Id", "Statement");
    private static final List<String> EITHER_WAY = List.of("Principal", "Action", "Resource");

    public Grammar {
        versions = Set.copyOf(versions);
        principals = List.copyOf(principals);
    }

    /** Reads the field of a policy. */
    public Policy read(Object field) {
        if (field instanceof Unknown unread) {
            return Policy.unread(unread);
        }
        try {
            return statements(elements(field, OF_POLICIES));
        } catch (UnclearPolicyException e) {
            return Policy.unread(Policy.unclear(Text.of("it {0}", "策略{0}", e.text())));
        }
    }

    private Policy statements(Doc policy) throws UnclearPolicyException {
        Object version = policy.get("Version");
        if (!(version instanceof Absent) && !versions.contains(version.toString())) {
            throw new UnclearPolicyException(Text.of("is written in the version {0}", "以 {0} 版本写成", version));
        }
        Object written = policy.get("Statement");
        DocList items =
                written instanceof DocList list ? list : written instanceof Doc ? DocList.of(written) : DocList.empty();
        if (items.size() == 0) {
            throw new UnclearPolicyException(Text.of("has no statements", "没有语句"));
        }
        List<Statement> clear = new ArrayList<>();
        List<Text> mayAllow = new ArrayList<>();
        List<Text> mayDeny = new ArrayList<>();
        for (int place = 1; place <= items.size(); place++) {
            Object item = items.get(place - 1);
            try {
                clear.add(statement(place, item));
            } catch (UnclearPolicyException e) {
                Text why = Text.of("statement {0} {1}", "第 {0} 条语句{1}", place, e.text());
                Optional<Boolean> allows = effect(item);
                if (allows.orElse(true)) {
                    mayAllow.add(why);
                }
                if (!allows.orElse(false)) {
                    mayDeny.add(why);
                }
            }
        }
        return new Policy(clear, unclear(mayAllow), unclear(mayDeny));
    }

    private static Optional<Unknown> unclear(List<Text> why) {
        return why.isEmpty() ? Optional.empty() : Optional.of(Policy.unclear(Text.clauses(why)));
    }

    private Statement statement(int place, Object item) throws UnclearPolicyException {
        Doc doc = elements(item, ofStatements());
        boolean allows = effect(item)
                .orElseThrow(() ->
                        new UnclearPolicyException(Text.of("has no Effect that can be understood", "没有可理解的 Effect")));
        String sid = doc.text("Sid");
        Either what = Either.of(doc, "Action");
        Either where = Either.of(doc, "Resource");
        boolean onWhateverHasIt = where.isAbsent() && !principals.isEmpty();
        return new Statement(
                sid.isEmpty() ? String.valueOf(place) : sid,
                allows,
                principals.isEmpty() ? new Principals(false, List.of()) : principals(Either.of(doc, "Principal")),
                new Patterns(
                        wildcards,
                        what.except,
                        Texts.only(what.named(Text.of("action", "操作")), Text.of("actions", "操作"))),
                onWhateverHasIt
                        ? new Patterns(wildcards, false, List.of("*"))
                        : new Patterns(
                                wildcards,
                                where.except,
                                Texts.only(where.named(Text.of("resource", "资源")), Text.of("resources", "资源")).stream()
                                        .map(resource)
                                        .toList()),
                Condition.allOf(doc.get("Condition")));
    }

    /** The effect, where that at least can be understood: whether it allows. */
    private Optional<Boolean> effect(Object item) {
        try {
            if (item instanceof Doc doc && only("Effect", doc) instanceof String effect) {
                return same(effect, "Allow")
                        ? Optional.of(true)
                        : same(effect, "Deny") ? Optional.of(false) : Optional.empty();
            }
        } catch (UnclearPolicyException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private List<String> ofStatements() {
        List<String> names = new ArrayList<>(List.of("Sid", "Effect", "Condition"));
        for (String name : EITHER_WAY) {
            if (!name.equals("Principal") || !principals.isEmpty()) {
                names.add(name);
                if (negates) {
                    names.add("Not" + name);
                }
            }
        }
        return names;
    }

    private Principals principals(Either who) throws UnclearPolicyException {
        Object field = who.named(Text.of("principal", "主体"));
        if (field.equals(Principals.ANYONE)) {
            return new Principals(who.except, List.of(new Named(principals.get(0), Principals.ANYONE)));
        }
        if (!(field instanceof Doc doc) || doc.size() == 0) {
            throw new UnclearPolicyException(Text.of("names no principals that can be understood", "没有可理解的主体"));
        }
        Doc types = elements(doc, principals);
        List<Named> named = new ArrayList<>();
        for (String type : types.keys()) {
            for (String id : Texts.of(types.get(type), Text.of("principals", "主体"))) {
                boolean anyone = type.equals(principals.get(0)) && id.equals(Principals.ANYONE);
                if (!anyone && Wildcards.STAR_AND_MARK.areIn(id)) {
                    throw new UnclearPolicyException(Text.of("names the principal {0} {1}", "指定了主体 {0} {1}", type, id));
                }
                named.add(new Named(type, id));
            }
        }
        return new Principals(who.except, named);
    }

    /** An element that may also stand under its name with Not before it, but not under both. */
    private record Either(boolean except, Object field) {
        static Either of(Doc statement, String name) throws UnclearPolicyException {
            Object plain = statement.get(name);
            Object except = statement.get("Not" + name);
            if (!(plain instanceof Absent) && !(except instanceof Absent)) {
                throw new UnclearPolicyException(Text.of("has both {0} and Not{0}", "同时有 {0} 和 Not{0}", name));
            }
            return plain instanceof Absent ? new Either(true, except) : new Either(false, plain);
        }

        boolean isAbsent() {
            return field instanceof Absent;
        }

        Object named(Text what) throws UnclearPolicyException {
            if (isAbsent()) {
                throw new UnclearPolicyException(Text.of("names no {0}", "没有指定{0}", what));
            }
            return field;
        }
    }

    /** An object under the names that we know its elements by. */
    private Doc elements(Object field, List<String> known) throws UnclearPolicyException {
        if (!(field instanceof Doc doc)) {
            throw new UnclearPolicyException(Text.of("is no object", "不是对象"));
        }
        Doc.Builder elements = Doc.builder();
        for (String name : known) {
            if (doc.keys().stream().anyMatch(key -> same(key, name))) {
                elements.put(name, only(name, doc));
            }
        }
        for (String key : doc.keys()) {
            if (known.stream().noneMatch(name -> same(key, name))) {
                throw new UnclearPolicyException(Text.of("has the element {0}", "含有元素 {0}", key));
            }
        }
        return elements.build();
    }

    private Object only(String name, Doc doc) throws UnclearPolicyException {
        List<String> keys = doc.keys().stream().filter(key -> same(key, name)).toList();
        if (keys.size() > 1) {
            throw new UnclearPolicyException(Text.of("has the element {0} twice", "两次含有元素 {0}", name));
        }
        return keys.isEmpty() ? Absent.ABSENT : doc.get(keys.get(0));
    }

    private boolean same(String written, String name) {
        return foldsCase ? written.equalsIgnoreCase(name) : written.equals(name);
    }
}
