package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Whether a policy makes whoever holds it an administrator: it allows what nobody could have listed, on whatever there is, and so is a
 * wildcard in effect, however it is spelled; and what it leaves out or denies still leaves a way to grant oneself the rest.
 *
 * @param resource the name that a resource of a service has, given the service
 * @param waysToGrantOneself each is enough to become an administrator
 * @param whole whether a statement allows all of what it names, and not only a part
 * @param always whether a statement denies what it names whatever the circumstances are
 */
public record AdminGrants(
        UnaryOperator<String> resource,
        List<Request> waysToGrantOneself,
        Function<Statement, Tri> whole,
        Function<Statement, Tri> always) {
    public AdminGrants {
        waysToGrantOneself = List.copyOf(waysToGrantOneself);
    }

    /** Whether it does. */
    public Tri areIn(Policy policy) {
        return policy.allowsAll(unheardOf(), whole).and(() -> leavesAWay(policy));
    }

    /** Services that do not exist, one for each letter, so that wildcards that together match all are found to do so. */
    private List<Request> unheardOf() {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(letter -> (char) letter + "-unheard-of")
                .map(service -> new Request(service + ":" + service, resource.apply(service)))
                .toList();
    }

    private Tri leavesAWay(Policy policy) {
        Tri left = Tri.FALSE;
        for (Request way : waysToGrantOneself) {
            left = left.or(() -> policy.allows(way, whole)
                    .and(() -> policy.denies(way, always).not()));
        }
        return left;
    }
}
