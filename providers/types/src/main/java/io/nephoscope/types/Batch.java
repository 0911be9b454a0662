package io.nephoscope.types;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A detail that one call tells of many assets, {@code batch: {param: body.ids, of: siteId, match: id, size: 50}}: a join with a list that
 * is asked for by what the assets are found by. What is refused of a batch is unknown of each asset in it; an id that the answer leaves
 * out is unknown, unless the file expects that one may have none. An asset whose listing leaves out what it would be asked by is unknown
 * too: a file that knows what that means says {@code when}.
 */
final class Batch implements Detail.Batch {
    static final String BATCH = "batch";
    static final String PARAM = "param";

    private static final Set<String> WORDS = Set.of(PARAM, "of", "match", "size");
    private static final long MOST = 1_000;

    private final Call call;
    private final String param;
    private final int size;
    private final Join join;

    private Batch(Call call, String param, int size, Join join) {
        this.call = call;
        this.param = param;
        this.size = size;
        this.join = join;
    }

    static Batch read(YamlNode how, Call call, Struct listed, UnaryOperator<String> plain, Declaration of) {
        YamlNode batch = how.field(BATCH);
        batch.fields(WORDS);
        if (!call.isList()) {
            throw batch.error(Text.of(
                    "a batch is asked of a call that lists; say where the items of its answer are (items).",
                    "batch 须用于返回列表的调用；请写明应答中列表项的位置（items）。"));
        }
        YamlNode size = batch.field("size");
        if (!(size.value() instanceof Long most) || most < 1 || most > MOST) {
            throw size.error(Text.of("here should be a whole number from 1 to {0}.", "此处应为 1 到 {0} 的整数。", MOST));
        }
        Join join = Join.ofOne(how, call, batch.field("match"), batch.field("of"), listed, plain, of);
        return new Batch(call, batch.field(PARAM).filled(), most.intValue(), join);
    }

    Detail detail(String attribute) {
        return new Detail(attribute, join.schema(), List.of(call.operation().per(Per.BATCH)), this);
    }

    @Override
    public int most() {
        return size;
    }

    @Override
    public List<Outcome<?>> fetch(Site site, List<Doc> assets) {
        Map<Object, Outcome<List<Doc>>> answers = new HashMap<>();
        questions(assets).forEach(ids -> ask(site, ids, answers));
        Outcome<List<Doc>> none = call.unusable(
                Text.of("not sent, since what it would be asked with is no single value", "未发送：查询所用的值不是单个值"));
        return assets.stream()
                .<Outcome<?>>map(asset -> join.key(asset) == Absent.ABSENT
                        ? join.unsaid()
                        : join.of(asset, key -> answers.getOrDefault(key, none)))
                .toList();
    }

    /** Where ids are written one behind the other, one with a comma would be two: it spoils no question but its own. */
    private List<List<Object>> questions(List<Doc> assets) {
        List<List<Object>> questions = new ArrayList<>();
        List<Object> plain = new ArrayList<>();
        assets.stream().map(join::key).distinct().forEach(key -> {
            if (key instanceof String text && text.contains(",")) {
                questions.add(List.of(key));
            } else if (key instanceof String || key instanceof Long) {
                plain.add(key);
            }
        });
        for (int from = 0; from < plain.size(); from += size) {
            questions.add(List.copyOf(plain.subList(from, Math.min(from + size, plain.size()))));
        }
        return questions;
    }

    /** "There is none" is said of one thing: of several nobody knows of which, and each is asked about by itself. */
    private void ask(Site site, List<Object> ids, Map<Object, Outcome<List<Doc>>> answers) {
        Outcome<List<Doc>> answer = DetailReader.list(call, site, Map.of(param, ids));
        boolean isOfOne = answer instanceof Outcome.Absent || answer instanceof Outcome.Gone;
        for (Object id : ids) {
            if (isOfOne && ids.size() > 1) {
                ask(site, List.of(id), answers);
            } else {
                answers.put(id, answer);
            }
        }
    }
}
