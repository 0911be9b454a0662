package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the conditions of a statement on the address that a request comes from come to, all of them together.
 *
 * @param keys that hold the address, in lower case
 * @param always whether every request has one
 * @param block reads a value; throws Unreadable for what is no block of addresses
 */
public record SourceAddresses(Set<String> keys, boolean always, Function<String, Cidr> block) {
    private static final String AMONG = "ipaddress";
    private static final String NOT_AMONG = "notipaddress";

    public SourceAddresses {
        keys = Set.copyOf(keys);
    }

    /** Whether a condition is one on the address. */
    public boolean areIn(Condition condition) {
        return keys.contains(condition.lowerKey())
                && (condition.operator().equals(AMONG) || condition.operator().equals(NOT_AMONG));
    }

    /** Whether conditions, of which some may be on the address, are met from less than the Internet. */
    public Tri pin(List<Condition> conditions) {
        List<Condition> mine = conditions.stream().filter(this::areIn).toList();
        return mine.stream().anyMatch(it -> always || !it.isMetWithoutKey())
                ? nowhere(mine, (family, met) -> met)
                : Tri.FALSE;
    }

    /** Whether conditions that are all on the address are met from everywhere but less than the Internet. */
    public Tri spareLessThanInternet(List<Condition> conditions) {
        return conditions.stream().allMatch(it -> always || it.isMetWithoutKey())
                ? nowhere(conditions, (family, met) -> family.all().minus(met))
                : Tri.FALSE;
    }

    private interface Asked {
        AddressRanges of(AddressFamily family, AddressRanges met);
    }

    /** Whether what is asked of the addresses from which the conditions are met is the Internet in neither family. */
    private Tri nowhere(List<Condition> conditions, Asked asked) {
        try {
            for (AddressFamily family : AddressFamily.values()) {
                AddressRanges met = family.all();
                for (Condition condition : conditions) {
                    AddressRanges named = named(condition, it -> it.family() == family);
                    met = condition.operator().equals(AMONG) ? met.and(named) : met.minus(named);
                }
                if (family.isInternet(asked.of(family, met))) {
                    return Tri.FALSE;
                }
            }
            return Tri.TRUE;
        } catch (Unreadable e) {
            return Tri.unknown(Policy.unclear(Text.of("in a condition on the address {0}", "在关于地址的条件中，{0}", e.text())));
        }
    }

    private AddressRanges named(Condition condition, Predicate<Cidr> ofFamily) {
        List<AddressRanges> blocks = new ArrayList<>();
        for (String value : condition.values()) {
            Cidr read = block.apply(value);
            if (ofFamily.test(read)) {
                blocks.add(read.ranges());
            }
        }
        return AddressRanges.anyOf(blocks);
    }
}
