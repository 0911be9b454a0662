package io.nephoscope.inventory;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a listing would leave out by itself. Clouds hide whole kinds of assets behind the default of a parameter, and nothing in the
 * answer tells: a listing of which nobody looked that up may be short without a sign.
 *
 * @param narrowing the parameters that narrow it; empty where none does
 * @param isDeclared whether somebody looked it up in the documents of the cloud
 */
public record Defaults(List<Narrowing> narrowing, boolean isDeclared) {
    /** Nobody has said yet what a listing leaves out. */
    public static final Defaults UNDECLARED = new Defaults(List.of(), false);

    /** The listing has no parameter that leaves anything out where nothing is said. */
    public static final Defaults NARROW_NOTHING = new Defaults(List.of(), true);

    /**
     * A parameter without which a listing is not that of all assets of the account and no others.
     *
     * @param byItself what it is where nothing is said
     * @param asked what it is asked with: more than one where each takes a question of its own
     */
    public record Narrowing(String parameter, String byItself, List<String> asked) {
        public Narrowing {
            asked = List.copyOf(asked);
            if (asked.isEmpty()) {
                throw new IllegalArgumentException(parameter + " is asked with nothing");
            }
        }
    }

    public Defaults {
        narrowing = List.copyOf(narrowing);
    }

    /** How many questions it takes to hear of everything. */
    public long questions() {
        return narrowing.stream().mapToLong(one -> one.asked().size()).reduce(1, Math::multiplyExact);
    }

    /** One parameter narrows the listing. */
    public static Defaults by(String parameter, String byItself, String... asked) {
        return NARROW_NOTHING.and(parameter, byItself, asked);
    }

    /** The same, and one parameter more. */
    public Defaults and(String parameter, String byItself, String... asked) {
        Narrowing more = new Narrowing(parameter, byItself, List.of(asked));
        return new Defaults(Stream.concat(narrowing.stream(), Stream.of(more)).toList(), true);
    }
}
