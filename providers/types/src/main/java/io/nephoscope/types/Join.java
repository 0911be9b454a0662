package io.nephoscope.types;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A detail that is those items of a list which belong to the asset: the list is asked once for each region, or account, whoever wants
 * it. Where it was not read whole, nobody knows which there are.
 */
final class Join {
    /** How many items an asset has. */
    private enum Expect {
        /** One: where none came although the asset names it, nobody knows what it says. */
        ONE,
        /** One, or none, which is an answer. */
        MAYBE,
        /** A list with one at least, for an asset that names it. */
        SOME,
        ANY;

        static Expect read(YamlNode node) {
            List<String> words = Arrays.stream(values()).map(Expect::word).toList();
            return Arrays.stream(values())
                    .filter(it -> it.word().equals(node.filled()))
                    .findFirst()
                    .orElseThrow(() -> node.error(Text.of(
                            "here can stand one, maybe, some or any{0}.",
                            "此处可写 one、maybe、some 或 any{0}。", Suggestion.didYouMean(node.filled(), words))));
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String EXPECT = "expect";

    private final Call call;
    private final String ofItem;
    private final String ofAsset;
    private final Expect expect;
    private final UnaryOperator<String> plain;

    /**
     * @param ofAsset the field of an asset by which its items are found
     * @param plain a text as it compares with others
     */
    private Join(Call call, String ofItem, String ofAsset, Expect expect, UnaryOperator<String> plain) {
        this.call = call;
        this.ofItem = ofItem;
        this.ofAsset = ofAsset;
        this.expect = expect;
        this.plain = plain;
    }

    static Join read(YamlNode how, Call call, Struct listed, UnaryOperator<String> plain, Declaration of) {
        YamlNode join = how.field("join");
        Map<String, YamlNode> fields = join.fields();
        if (fields.size() != 1 || !call.isList()) {
            throw join.error(Text.of(
                    "a join says which field of the items of a list is which of the asset, as {itemField: assetField}.",
                    "join 说明列表项的哪个字段对应资产的哪个字段，写作 {itemField: assetField}。"));
        }
        Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
        Expect expect = how.optional(EXPECT).map(Expect::read).orElse(Expect.ANY);
        return new Join(call, only.getKey(), field(only.getValue(), listed, of), expect, plain);
    }

    /** Of one item for each asset, which is unknown where none came unless the file says that it may be so. */
    static Join ofOne(
            YamlNode how,
            Call call,
            YamlNode ofItem,
            YamlNode ofAsset,
            Struct listed,
            UnaryOperator<String> plain,
            Declaration of) {
        Expect expect = how.optional(EXPECT).map(Expect::read).orElse(Expect.ONE);
        return new Join(call, ofItem.filled(), field(ofAsset, listed, of), expect, plain);
    }

    private static String field(YamlNode ofAsset, Struct listed, Declaration of) {
        of.known(ofAsset, new ListPath(ofAsset.filled()).first(), listed);
        return ofAsset.filled();
    }

    Detail detail(String attribute) {
        return new Detail(
                attribute,
                schema(),
                List.of(call.operation().per(call.isRegional() ? Per.REGION : Per.ACCOUNT)),
                (site, asset) -> of(asset, key -> DetailReader.all(call, site)));
    }

    Schema schema() {
        return expect == Expect.ANY || expect == Expect.SOME ? Schema.listOf(call.schema()) : call.schema();
    }

    /**
     * The items of an asset.
     *
     * @param items those among which they are, for what the asset is found by: a text or a number
     */
    Outcome<Object> of(Doc asset, Function<Object, Outcome<List<Doc>>> items) {
        Object key = key(asset);
        if (key == Absent.ABSENT) {
            return expect == Expect.ONE || expect == Expect.SOME ? Outcome.absent() : unsaid();
        } else if (key instanceof Unknown unread) {
            return Outcome.without(unread.causes().get(0));
        }
        return items.apply(key).then(all -> matching(all, compared(key)));
    }

    /** Whoever is asked about an asset by what its listing leaves out cannot be asked. */
    <T> Outcome<T> unsaid() {
        return call.unusable(Text.of("not sent, since the listing brought no {0}", "未发送：列表未给出 {0}", ofAsset));
    }

    /** What an asset is found by: absent or unknown where its listing did not say it. */
    Object key(Doc asset) {
        return Paths.get(asset, ofAsset);
    }

    private Object compared(Object field) {
        return field instanceof String text ? plain.apply(text) : field;
    }

    /** An item that leaves out to whom it belongs may belong to anybody. */
    private Outcome<Object> matching(List<Doc> all, Object key) {
        List<Doc> mine = all.stream()
                .filter(item -> compared(Paths.get(item, ofItem)).equals(key))
                .toList();
        if (all.stream().anyMatch(item -> Paths.get(item, ofItem) == Absent.ABSENT)) {
            return call.unusable(Text.of("an item does not say to what it belongs ({0})", "有一项未说明其归属（{0}）", ofItem));
        } else if (expect == Expect.ANY || (expect == Expect.SOME && !mine.isEmpty())) {
            return Outcome.value(DocList.copyOf(mine));
        } else if (mine.isEmpty() && expect == Expect.MAYBE) {
            return Outcome.absent();
        }
        return expect != Expect.SOME && mine.size() == 1
                ? Outcome.value(mine.get(0))
                : call.unusable(Text.of(
                        "the answer holds {0} of {1} {2}, and not one",
                        "应答中 {1} {2} 有 {0} 项，而不是一项", mine.size(), ofItem, key));
    }
}
