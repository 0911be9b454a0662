package io.nephoscope.types;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A detail that is those items of a list which belong to the asset: the list is asked once for each region, or account, whoever wants
 * it. Where it was not read whole, nobody knows which there are.
 */
final class Join {
    private static final Set<String> COUNTS = Set.of("one", "some", "any");

    private final Call call;
    private final String ofItem;
    private final String ofAsset;
    private final boolean one;
    private final boolean some;

    Join(YamlNode how, Call call, Struct listed) {
        YamlNode join = how.field("join");
        Map<String, YamlNode> fields = join.fields();
        if (fields.size() != 1 || !call.isList()) {
            throw join.error(Text.of(
                    "a join says which field of the items of a list is which of the asset, as {itemField: assetField}.",
                    "join 说明列表项的哪个字段对应资产的哪个字段，写作 {itemField: assetField}。"));
        }
        Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
        this.call = call;
        this.ofItem = only.getKey();
        this.ofAsset = only.getValue().filled();
        TypeReader.known(only.getValue(), new ListPath(ofAsset).first(), listed);
        String expect = how.optional("expect")
                .map(it -> {
                    if (!COUNTS.contains(it.filled())) {
                        throw it.error(Text.of("here can stand one, some or any.", "此处可写 one、some 或 any。"));
                    }
                    return it.filled();
                })
                .orElse("any");
        this.one = expect.equals("one");
        this.some = expect.equals("some");
    }

    Detail detail(String attribute) {
        return new Detail(
                attribute,
                one ? call.schema() : Schema.listOf(call.schema()),
                List.of(call.operation().per(call.isRegional() ? Per.REGION : Per.ACCOUNT)),
                (site, asset) -> {
                    Object key = Paths.get(asset, ofAsset);
                    if (key == Absent.ABSENT) {
                        return one || some
                                ? Outcome.absent()
                                : call.unusable(Text.of(
                                        "not sent, since the listing brought no {0}", "未发送：列表未给出 {0}", ofAsset));
                    }
                    if (key instanceof Unknown unread) {
                        return Outcome.without(unread.causes().get(0));
                    }
                    return DetailReader.all(call, site).then(all -> matching(all, key));
                });
    }

    /** An item that leaves out to whom it belongs may belong to anybody. */
    private Outcome<Object> matching(List<Doc> all, Object key) {
        List<Doc> mine =
                all.stream().filter(item -> Paths.get(item, ofItem).equals(key)).toList();
        if (all.stream().anyMatch(item -> Paths.get(item, ofItem) == Absent.ABSENT)) {
            return call.unusable(Text.of("an item does not say to what it belongs ({0})", "有一项未说明其归属（{0}）", ofItem));
        } else if (!one && !(some && mine.isEmpty())) {
            return Outcome.value(DocList.copyOf(mine));
        }
        return one && mine.size() == 1
                ? Outcome.value(mine.get(0))
                : call.unusable(Text.of(
                        "the answer holds {0} of {1} {2}, and not one",
                        "应答中 {1} {2} 有 {0} 项，而不是一项", mine.size(), ofItem, key));
    }
}
