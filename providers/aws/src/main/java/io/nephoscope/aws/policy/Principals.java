package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Of whom a statement speaks.
 *
 * @param except whether it speaks of everyone but those named
 * @param named who is named, each with the type that the policy gives it
 */
record Principals(boolean except, List<Named> named) {
    private static final String ANYONE = "*";
    private static final Set<String> TYPES = Set.of("AWS", "CanonicalUser", "Federated", "Service");

    Principals {
        named = List.copyOf(named);
    }

    record Named(String type, String id) {
        private boolean isAnyone() {
            return id.equals(ANYONE);
        }

        /** An identity provider that is no resource of some account, {@code graph.facebook.com} for one: anyone may sign up there. */
        private boolean isOpenProvider() {
            return type.equals("Federated") && !id.startsWith("arn:");
        }
    }

    static Principals of(boolean except, Object field) throws UnclearPolicyException {
        if (field.equals(ANYONE)) {
            return new Principals(except, List.of(new Named("AWS", ANYONE)));
        }
        if (!(field instanceof Doc types) || types.size() == 0) {
            throw new UnclearPolicyException("names no principals that can be understood");
        }
        List<Named> named = new ArrayList<>();
        for (String type : types.keys()) {
            for (String id : Texts.of(types.get(type), "principals")) {
                boolean anyone = type.equals("AWS") && id.equals(ANYONE);
                if (!TYPES.contains(type) || (!anyone && Wildcards.areIn(id))) {
                    throw new UnclearPolicyException("names the principal " + type + " " + id);
                }
                named.add(new Named(type, id));
            }
        }
        return new Principals(except, named);
    }

    /** Where people whom nobody chose are among them: who, in words. */
    Optional<String> crowd() {
        boolean anyone = named.stream().anyMatch(Named::isAnyone);
        if (except) {
            return anyone ? Optional.empty() : Optional.of("anyone but " + ids());
        }
        if (anyone) {
            return Optional.of("anyone");
        }
        return named.stream()
                .filter(Named::isOpenProvider)
                .map(provider -> "anyone known to " + provider.id())
                .findFirst();
    }

    private String ids() {
        return Texts.some(named.stream().map(Named::id).toList());
    }

    /** Whether nobody is left whom it does not speak of. */
    boolean isEveryone() {
        return !except && named.stream().anyMatch(Named::isAnyone);
    }

    /** Whether at most a chosen few are left whom it does not speak of. */
    boolean isNearlyEveryone() {
        return isEveryone() || (except && named.stream().noneMatch(name -> name.isAnyone() || name.isOpenProvider()));
    }
}
