package io.nephoscope.inventory.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * Of whom a statement speaks.
 *
 * @param except whether it speaks of everyone but those named
 * @param named who is named, each with the type that the policy gives it
 */
public record Principals(boolean except, List<Named> named) {
    static final String ANYONE = "*";

    public Principals {
        named = List.copyOf(named);
    }

    /** Somebody, and as what. */
    public record Named(String type, String id) {
        public boolean isAnyone() {
            return id.equals(ANYONE);
        }
    }

    /** Whether anyone is among those named, be it for being excepted. */
    public boolean nameAnyone() {
        return named.stream().anyMatch(Named::isAnyone);
    }

    /** Whether nobody is left whom it does not speak of. */
    public boolean areEveryone() {
        return !except && nameAnyone();
    }

    /** Whether at most a chosen few are left whom it does not speak of; crowds are names behind which anyone may stand. */
    public boolean areNearlyEveryone(Predicate<Named> crowds) {
        return areEveryone() || (except && named.stream().noneMatch(name -> name.isAnyone() || crowds.test(name)));
    }

    /** Those named, for people to read. */
    public String ids() {
        return Texts.some(named.stream().map(Named::id).toList());
    }
}
