package io.nephoscope.types;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads how the assets of a type are listed: by a call, for each asset of another type where the file says so, and some of them only. */
final class ListReader {
    private static final String EACH_WORD = "each";
    private static final Set<String> WORDS = Set.of(EACH_WORD, "where", "json", "policy");
    private static final Set<String> EACH = Set.of("parent", "as");

    private final Dialect dialect;
    private final Declaration of;
    private final Optional<Schema> schema;
    private final Consumer<Call> found;

    /** @param found told of the call that lists the type, for the types below it */
    ListReader(Dialect dialect, Declaration of, Optional<Schema> schema, Consumer<Call> found) {
        this.dialect = dialect;
        this.of = of;
        this.schema = schema;
        this.found = found;
    }

    Listing read(YamlNode list) {
        Optional<Listing> special = dialect.listing(list, schema, of);
        if (special.isPresent()) {
            return special.get();
        }
        list.fields(TypeReader.words(WORDS, dialect.callWords()));
        Call call = dialect.call(list, schema, of);
        found.accept(call);
        Struct items = items(list, call);
        Listing all = read(asked(list, call, items), call, JsonTexts.read(list));
        return list.optional("where")
                .map(where -> some(all, of.condition(where, all.schema())))
                .orElse(all);
    }

    /** One question, several, or one for each asset of another type. */
    private Listing asked(YamlNode list, Call call, Struct items) {
        Optional<YamlNode> each = list.optional(EACH_WORD);
        if (each.isPresent()) {
            return each.get().isList() ? parts(call, items, each.get()) : below(call, items, each.get());
        }
        return new Listing(
                items,
                List.of(call.operation()),
                (site, handOn) -> call.listing().items(site, Map.of(), handOn));
    }

    /** Items in which texts of JSON are read. */
    private static Listing read(Listing all, Call call, JsonTexts texts) {
        return texts.paths().isEmpty() || !(texts.schema(all.schema()) instanceof Struct read)
                ? all
                : new Listing(
                        read,
                        all.operations(),
                        (site, each) -> all.walk().list(site, item -> {
                            if (texts.in(call, item) instanceof Doc whole) {
                                each.accept(whole);
                            }
                        }));
    }

    /** A listing that takes several questions, each with its parameters. What answers two of them is handed on once. */
    private Listing parts(Call call, Struct items, YamlNode each) {
        List<Map<String, Object>> questions =
                each.items().stream().map(ListReader::parameters).toList();
        Function<Doc, String> id = TypeReader.text(of.expression(of.file().field("id"), items));
        return new Listing(items, List.of(call.operation()), (site, handOn) -> {
            Set<String> came = new HashSet<>();
            AtomicInteger count = new AtomicInteger();
            Consumer<Doc> once = item -> {
                String name = id.apply(item);
                if (name.isEmpty() || came.add(name)) {
                    count.incrementAndGet();
                    handOn.accept(item);
                }
            };
            return sum(questions, question -> call.listing().items(site, question, once))
                    .map(last -> count.get());
        });
    }

    private static Map<String, Object> parameters(YamlNode question) {
        Map<String, Object> by = new LinkedHashMap<>();
        question.fields().forEach((parameter, value) -> by.put(parameter, value.value()));
        return by;
    }

    private static Struct items(YamlNode list, Call call) {
        if (call.isList() && call.schema() instanceof Struct struct) {
            return struct;
        }
        throw list.error(Text.of(
                "{0} lists no objects; name where its items are.",
                "{0} 不列出对象；请指明列表项的位置。", call.operation().call()));
    }

    /** What the condition leaves out is not of this type. What nobody knows stays: it is said of it what is unknown. */
    private static Listing some(Listing all, Condition where) {
        return new Listing(all.schema(), all.operations(), new Listing.Walk() {
            @Override
            public Outcome<Integer> list(Site site, Consumer<Doc> each) {
                AtomicInteger kept = new AtomicInteger();
                return all.walk()
                        .list(site, item -> {
                            if (where.mayHold(item)) {
                                kept.incrementAndGet();
                                each.accept(item);
                            }
                        })
                        .map(came -> kept.get());
            }

            @Override
            public Use.Per others() {
                return all.walk().others();
            }
        });
    }

    /** One listing for each asset of another type. One that refuses costs its own items, and the listing is not whole then. */
    private Listing below(Call call, Struct items, YamlNode each) {
        each.fields(EACH);
        String parent = each.field("parent").filled();
        Map<String, String> as = new LinkedHashMap<>();
        each.field("as").fields().forEach((parameter, field) -> as.put(parameter, field.filled()));
        Call parents = of.calls()
                .apply(parent)
                .orElseThrow(() -> each.field("parent")
                        .error(Text.of(
                                "no call of this source lists {0}; name a type that one does.",
                                "本来源没有列出 {0} 的调用；请写由某个调用列出的类型。", parent)));
        Struct whole = items.plus(items.name(), fields(as, items));
        return new Listing(
                whole,
                operations(parents, call),
                (site, handOn) ->
                        parentsOf(parents, site).then(all -> sum(all, one -> below(call, site, one, as, handOn))));
    }

    /** How many all questions brought: each is asked, whatever the others are answered. */
    private static <T> Outcome<Integer> sum(List<T> questions, Function<T, Outcome<Integer>> ask) {
        return questions.stream()
                .map(ask)
                .reduce((one, other) -> one.and(other, Integer::sum))
                .orElse(Outcome.value(0));
    }

    private static Map<String, Schema> fields(Map<String, String> as, Struct items) {
        Map<String, Schema> more = new LinkedHashMap<>();
        as.keySet().stream().filter(it -> items.field(it).isEmpty()).forEach(it -> more.put(it, Schema.Scalar.STRING));
        return more;
    }

    private static List<Operation> operations(Call parents, Call call) {
        return List.of(parents.operation(), call.operation());
    }

    private static Outcome<List<Doc>> parentsOf(Call parents, Site site) {
        return DetailReader.all(parents, site);
    }

    private static Outcome<Integer> below(
            Call call, Site site, Doc parent, Map<String, String> as, Consumer<Doc> each) {
        Map<String, Object> by = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : as.entrySet()) {
            if (!(parent.get(entry.getValue()) instanceof String id) || id.isEmpty()) {
                return call.unusable(
                        Text.of("not sent, since the listing brought no {0}", "未发送：列表未给出 {0}", entry.getValue()));
            }
            by.put(entry.getKey(), id);
        }
        return call.items(site, by, item -> {
            Doc whole = item;
            for (Map.Entry<String, Object> entry : by.entrySet()) {
                whole = whole.has(entry.getKey()) ? whole : whole.with(entry.getKey(), entry.getValue());
            }
            each.accept(whole);
        });
    }
}
