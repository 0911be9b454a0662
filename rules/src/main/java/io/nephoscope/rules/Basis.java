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

    private static final int HASH = 16;

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
        return switch (component) {
            case ENGINE -> Contents.around(RuleSet.class);
            case EXPRESSION -> Contents.around(Expression.class);
            case INVENTORY -> Contents.around(Types.class);
            default -> types.provider(component).flatMap(Basis::fingerprint);
        };
    }

    /** Of a provider that is made of files its code says little. */
    private static Optional<Long> fingerprint(Provider provider) {
        Optional<Long> code = Contents.around(provider.getClass());
        return provider.described().isEmpty()
                ? code
                : code.map(it -> it
                        ^ Long.parseUnsignedLong(
                                Hash.of(
                                        HASH,
                                        String.join(
                                                "\n---\n", provider.described().values())),
                                16));
    }
}
