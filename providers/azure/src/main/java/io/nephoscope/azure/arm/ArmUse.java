package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.types.Call;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A GET as a file uses it.
 *
 * @param below what it is asked about
 * @param isShared whether the assets of another type ask the same of the same resource, so that it is asked once
 */
record ArmUse(ArmCall call, Below below, boolean isList, boolean isShared, Schema schema) implements Call {
    private static final String ID = "id";

    /** What a call is about. */
    enum Below {
        /** The asset, by its id. */
        ASSET,
        /** The subscription: asked once for all of its assets. */
        SUBSCRIPTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Operation operation() {
        return call.operation();
    }

    @Override
    public boolean isRegional() {
        return false;
    }

    @Override
    public Map<String, String> by() {
        return below == Below.ASSET ? Map.of(ID, ID) : Map.of();
    }

    @Override
    public Outcome<Object> answer(Site site, Map<String, Object> by) {
        return (below == Below.ASSET ? call.resource(site, id(by)) : call.inSubscription(site)).map(answer -> answer);
    }

    @Override
    public Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each) {
        return all(site, by).map(items -> {
            items.docs().forEach(each);
            return items.size();
        });
    }

    private Outcome<DocList> all(Site site, Map<String, Object> by) {
        if (below == Below.SUBSCRIPTION) {
            return call.resourcesInSubscription(site);
        }
        return isShared ? call.resourcesOnce(site, id(by)) : call.resources(site, id(by));
    }

    /** Without one the call says that it was not sent. */
    private static String id(Map<String, Object> by) {
        return String.valueOf(by.getOrDefault(ID, ""));
    }
}
