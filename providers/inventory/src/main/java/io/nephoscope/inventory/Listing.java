package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the assets of a type are found.
 *
 * @param schema the attributes that the listing fills
 * @param operations every operation that the listing may send: the first for each page, the others as {@link Walk#others} says
 * @param walk how the assets are listed
 */
public record Listing(Struct schema, List<Operation> operations, Walk walk) {
    public Listing {
        operations = List.copyOf(operations);
    }

    /** Lists the assets at one site. */
    @FunctionalInterface
    public interface Walk {
        /**
         * Hands each asset's attributes on as they come. The outcome's value is how many there were; any other outcome says why the
         * listing is not whole, and what was handed on before stays.
         */
        Outcome<Integer> list(Site site, Consumer<Doc> each);

        /** What the operations of the listing are sent once for, the first left aside. */
        default Use.Per others() {
            return Use.Per.ASSET;
        }
    }

    /** A walk whose calls list the assets of other types too. */
    public interface Shared extends Walk {
        /** Walks with equal bulks are walked together. */
        Bulk bulk();

        /** Lists the assets of this type alone. */
        @Override
        default Outcome<Integer> list(Site site, Consumer<Doc> each) {
            Outcome<Integer> mine = bulk().list(site, Map.of(this, each)).get(this);
            if (mine == null) {
                throw new IllegalStateException("the bulk does not say how the listing of this type ended");
            }
            return mine;
        }
    }

    /** Lists several types with the same calls. */
    @FunctionalInterface
    public interface Bulk {
        /**
         * Hands each asset on to whom it concerns, as it comes. The answer has an outcome for each of the walks, as
         * {@link Walk#list} has one.
         */
        Map<Shared, Outcome<Integer>> list(Site site, Map<Shared, Consumer<Doc>> walks);
    }
}
