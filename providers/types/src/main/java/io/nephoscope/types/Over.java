package io.nephoscope.types;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A detail that asks about each thing that an asset names, {@code over: {PrefixListId: "Lists[].Id"}}, or in each region of the account,
 * {@code over: {Region: regions}}: a list of objects with the name of the thing and, under {@code as}, what was answered. An answer that
 * was refused is unknown, and the others are not.
 */
final class Over {
    static final String OVER = "over";
    static final String AS = "as";
    private static final String REGIONS = "regions";

    private final String name;
    private final String path;
    private final String as;

    private Over(String name, String path, String as) {
        this.name = name;
        this.path = path;
        this.as = as;
    }

    static Over read(YamlNode how, Struct listed, Declaration of) {
        Map<String, YamlNode> fields = how.field(OVER).fields();
        if (fields.size() != 1) {
            throw how.field(OVER)
                    .error(Text.of(
                            "here should be what is asked about by the name of it, as {Region: regions}.",
                            "此处应按名称写明所询问的内容，如 {Region: regions}。"));
        }
        Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
        String path = only.getValue().filled();
        if (!path.equals(REGIONS)) {
            of.known(only.getValue(), new ListPath(path).first(), listed);
        }
        return new Over(only.getKey(), path, how.field(AS).filled());
    }

    /** Asks about one thing, by the parameter and its value. */
    @FunctionalInterface
    interface Ask {
        Outcome<Object> of(Site site, Map<String, Object> by);
    }

    /** @param answer what an answer holds */
    Detail detail(
            String attribute, YamlNode how, Call call, Lazy<Schema> answer, Ask ask, Declaration of, Dialect dialect) {
        Schema each = Schema.listOf(Schema.struct(
                of.name() + "." + attribute + ".over", () -> Map.of(name, Scalar.STRING, as, answer.get())));
        if (!path.equals(REGIONS)) {
            return new Detail(
                    attribute,
                    each,
                    List.of(call.operation().per(Per.NAMED)),
                    (site, asset) -> named(asset, thing -> {
                        Map<String, Object> by = Map.of(name, thing);
                        return site.once(call.operation(), List.of(call, by), () -> ask.of(site, by));
                    }));
        }
        Dialect.Regions regions = dialect.regions()
                .orElseThrow(() -> how.field(OVER).error(Text.of("this source has no regions.", "此来源没有区域。")));
        return new Detail(
                attribute,
                each,
                List.of(call.operation().per(Per.REGION), regions.operation().per(Per.ACCOUNT)),
                (site, asset) -> regions.of(site)
                        .map(all -> DocList.copyOf(all.stream()
                                .map(region -> one(region, ask.of(site.in(region), Map.of())))
                                .toList())));
    }

    private Outcome<Object> named(Doc asset, Function<Object, Outcome<Object>> ask) {
        DocList things = new ListPath(path).in(asset).orElse(DocList.empty());
        for (Object thing : things) {
            if (thing instanceof Unknown unread) {
                return Outcome.without(unread.causes().get(0));
            }
        }
        List<Doc> all = things.stream()
                .filter(thing -> thing != Absent.ABSENT)
                .distinct()
                .map(thing -> one(thing, ask.apply(thing)))
                .toList();
        return all.isEmpty() ? Outcome.absent() : Outcome.value(DocList.copyOf(all));
    }

    private Doc one(Object thing, Outcome<Object> answer) {
        return Doc.of(name, thing, as, answer.toField());
    }
}
