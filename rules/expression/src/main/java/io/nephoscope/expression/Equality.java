package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** CEL's equality, with numbers compared by value, and unknown where an unknown part could decide it. */
final class Equality {
    private Equality() {}

    /** True, false, or an unknown. */
    static Object equal(Object left, Object right) {
        if (left instanceof String text) {
            return right instanceof Unknown ? right : text.equals(right);
        } else if (left instanceof Unknown || right instanceof Unknown) {
            return RuleError.join(left, right);
        } else if (left instanceof Long || left instanceof Double) {
            return Ordering.numbers(left, right) == 0;
        } else if (left instanceof DocList list) {
            return right instanceof DocList other ? equalLists(list, other) : (Object) false;
        } else if (left instanceof Doc doc) {
            return right instanceof Doc other ? equalMaps(doc, other) : (Object) false;
        }
        return left.equals(right);
    }

    private static Object equalLists(DocList left, DocList right) {
        if (left.size() != right.size()) {
            return more(left).or(() -> more(right)).<Object>map(it -> it).orElse(false);
        }
        Object all = true;
        for (int i = 0; i < left.size() && !Boolean.FALSE.equals(all); i++) {
            all = and(all, equal(left.get(i), right.get(i)));
        }
        return all;
    }

    private static Optional<Unknown> more(DocList list) {
        return list.stream()
                .filter(item -> item instanceof Unknown unknown && unknown.isMore())
                .map(Unknown.class::cast)
                .findFirst();
    }

    private static Object equalMaps(Doc left, Doc right) {
        Set<String> keys = new TreeSet<>(left.keys());
        keys.addAll(right.keys());
        Object all = true;
        for (String key : keys) {
            all = and(all, equal(left.get(key), right.get(key)));
        }
        return all;
    }

    private static Object and(Object left, Object right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left instanceof Unknown || right instanceof Unknown ? RuleError.join(left, right) : (Object) true;
    }

    /** {@code in}: an item of a list, or a key of a map. */
    static Object in(Object item, Object container) {
        if (container instanceof Doc map) {
            Object field = item instanceof String key ? map.get(key) : Absent.ABSENT;
            return field instanceof Unknown ? field : field != Absent.ABSENT;
        } else if (!(container instanceof DocList list)) {
            return RuleError.of(Text.of("nothing is in {0}", "{0}中不可能包含任何内容", Expected.describe(container)));
        } else {
            return inList(item, list);
        }
    }

    private static Object inList(Object item, DocList list) {
        Object any = false;
        for (int i = 0; i < list.size(); i++) {
            Object equal = equal(item, list.get(i));
            if (Boolean.TRUE.equals(equal)) {
                return true;
            }
            any = equal instanceof Unknown ? RuleError.join(equal, any) : any;
        }
        return any;
    }
}
