package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The resources of a type that another type looks up.
 *
 * @param kept what is kept of each until the subscription is done, the paths by the fields under which they are; all where empty
 */
record GraphCall(GraphListing listed, Map<String, String> kept, Schema schema) implements Call {
    @Override
    public Operation operation() {
        return listed.operation();
    }

    @Override
    public boolean isRegional() {
        return false;
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public Outcome<Object> answer(Site site, Map<String, Object> by) {
        return unusable(Text.of("a table holds many resources", "一张表中有多个资源"));
    }

    @Override
    public Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each) {
        return listed.list(site, resource -> each.accept(kept.isEmpty() ? resource : keep(resource)));
    }

    private Doc keep(Doc resource) {
        Doc.Builder fields = Doc.builder();
        kept.forEach((field, path) -> {
            Object value = Paths.get(resource, path);
            if (value != Absent.ABSENT) {
                fields.put(field, value);
            }
        });
        return fields.build();
    }
}
