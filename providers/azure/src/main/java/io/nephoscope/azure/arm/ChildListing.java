package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.doc.Doc;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * What is listed below each resource of a type, as the keys of each vault are. A parent that refuses costs its own children, and the
 * listing says that it is not whole.
 *
 * @param parents asked for once, for all the types below them
 * @param list of one parent
 */
record ChildListing(GraphListing parents, ArmCall list) implements Listing.Walk {
    @Override
    public Outcome<Integer> list(Site site, Consumer<Doc> each) {
        return parents.byId(site, parent -> Doc.of("id", parent.get("id")))
                .then(all -> below(site, all.values(), each));
    }

    private Outcome<Integer> below(Site site, Collection<Doc> all, Consumer<Doc> each) {
        Outcome<Integer> whole = Outcome.value(0);
        for (Doc parent : all) {
            Outcome<Integer> one = list.pages(site, parent.text("id"), each);
            // That a parent is gone, Resource Graph learns a little later.
            if (!(one instanceof Outcome.Gone) && whole instanceof Outcome.Value<Integer> before) {
                whole = one.map(count -> before.value() + count);
            }
        }
        return whole;
    }

    /** Nobody knows beforehand how many parents there are. */
    @Override
    public Use.Per others() {
        return Use.Per.NAMED;
    }
}
