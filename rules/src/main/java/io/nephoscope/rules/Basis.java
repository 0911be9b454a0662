package io.nephoscope.rules;

import io.nephoscope.expression.Contents;
import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Types;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The code by which rules are compiled, with fingerprints: this engine (and the catalogue beside it), the inventory, and the
 * providers that declare the types. Compiled by other code, a rule may read other fields, or be refused.
 */
final class Basis {
    private static final String ENGINE = "engine";
    private static final String EXPRESSION = "expression";
    private static final String INVENTORY = "inventory";

    private Basis() {}

    /** Everything, with every provider installed; empty where some code does not say where it comes from. */
    static Optional<SortedMap<String, Long>> of(Types types) {
        SortedMap<String, Long> basis = new TreeMap<>();
        boolean known = add(basis, ENGINE, types) && add(basis, EXPRESSION, types) && add(basis, INVENTORY, types);
        for (Provider provider : types.providers()) {
            known = known && add(basis, provider.name(), types);
        }
        return known && !types.providers().isEmpty() ? Optional.of(basis) : Optional.empty();
    }

    private static boolean add(SortedMap<String, Long> basis, String component, Types types) {
        Optional<Long> fingerprint = fingerprint(component, types);
        fingerprint.ifPresent(it -> basis.put(component, it));
        return fingerprint.isPresent();
    }

    /** Whether all of this code is as it was then. More providers may be there now. */
    static boolean holds(SortedMap<String, Long> then, Types types) {
        return then.entrySet().stream()
                .allMatch(it -> fingerprint(it.getKey(), types).equals(Optional.of(it.getValue())));
    }

    private static Optional<Long> fingerprint(String component, Types types) {
        Optional<Class<?>> code = switch (component) {
            case ENGINE -> Optional.of(RuleSet.class);
            case EXPRESSION -> Optional.of(Expression.class);
            case INVENTORY -> Optional.of(Types.class);
            default -> types.provider(component).map(Provider::getClass);
        };
        return code.flatMap(Contents::around);
    }
}
