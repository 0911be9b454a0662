package io.nephoscope.types;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads how an attribute is filled that the listing leaves empty. */
final class DetailReader {
    private static final String WHEN = "when";
    private static final String SCHEMA = "schema";
    private static final String JAVA = "java";
    private static final String UNREADABLE = "unreadable";
    private static final String JOIN = "join";
    private static final String BY = "by";
    private static final String PART = "part";
    private static final String IS = "is";
    private static final Set<String> WORDS = Set.of(
            WHEN,
            SCHEMA,
            JAVA,
            UNREADABLE,
            BY,
            PART,
            "leftOut",
            "policy",
            "json",
            JOIN,
            Batch.BATCH,
            Join.EXPECT,
            Items.WHERE,
            Items.KEYED,
            IS,
            Over.OVER,
            Over.AS);
    /** Beside a batch: whom it is asked about and what is taken of the answer it says itself. */
    private static final Set<String> BESIDE_BATCH = Set.of(WHEN, SCHEMA, Batch.BATCH, Join.EXPECT);

    private final Dialect dialect;
    private final Declaration of;
    private final Struct listed;

    /** @param listed the attributes that the listing fills, by which a detail is asked */
    DetailReader(Dialect dialect, Declaration of, Struct listed) {
        this.dialect = dialect;
        this.of = of;
        this.listed = listed;
    }

    /** A detail, or the first of several alternatives whose condition may hold. */
    Detail read(String attribute, YamlNode how) {
        if (!how.isList()) {
            return alternative(attribute, how).detail;
        }
        for (YamlNode way : how.items()) {
            way.optional(Batch.BATCH).ifPresent(it -> {
                throw it.error(Text.of("a batch has no alternatives; use when.", "batch 不能有备选项；请用 when。"));
            });
        }
        List<Alternative> ways =
                how.items().stream().map(it -> alternative(attribute, it)).toList();
        List<Use> uses = ways.stream()
                .flatMap(it -> it.detail.uses().stream())
                .distinct()
                .toList();
        return new Detail(attribute, ways.get(0).detail.holds(), uses, (site, asset) -> {
            for (Alternative way : ways) {
                if (way.when.map(it -> it.mayHold(asset)).orElse(true)) {
                    return way.detail.fetch().fetch(site, asset);
                }
            }
            return Outcome.absent();
        });
    }

    private record Alternative(Detail detail, Optional<Condition> when) {}

    /** The paths of secrets in what a detail fills. */
    List<String> secrets(String attribute, YamlNode how) {
        return TypeReader.each(how).stream()
                .flatMap(it -> it.optional(SCHEMA).stream())
                .flatMap(it -> SchemaText.read(it, attribute).secrets().stream())
                .map(path -> attribute + "." + path)
                .toList();
    }

    private Alternative alternative(String attribute, YamlNode how) {
        Optional<YamlNode> hook = how.optional(JAVA);
        if (hook.isPresent()) {
            how.fields(Set.of(JAVA));
            return new Alternative(hook(attribute, hook.get()), Optional.empty());
        }
        Optional<Schema> schema = how.optional(SCHEMA)
                .map(it -> SchemaText.read(it, of.name() + "." + attribute).schema());
        Optional<YamlNode> unreadable = how.optional(UNREADABLE);
        if (unreadable.isPresent()) {
            how.fields(Set.of(UNREADABLE, SCHEMA));
            return new Alternative(
                    Detail.withoutApi(attribute, schema.orElse(Scalar.DYN), Texts.read(unreadable.get())),
                    Optional.empty());
        }
        Optional<Detail> special = dialect.detail(attribute, how, of, listed);
        if (special.isPresent()) {
            return new Alternative(special.get(), Optional.empty());
        }
        how.fields(TypeReader.words(WORDS, dialect.callWords()));
        Detail asked = asked(attribute, how, schema);
        Optional<Condition> when = how.optional(WHEN).map(it -> of.condition(it, listed));
        return new Alternative(
                when.map(condition -> asked.where(condition::mayHold)).orElse(asked), when);
    }

    private Detail hook(String attribute, YamlNode name) {
        Dialect.Hook hook = dialect.hooks().get(name.filled());
        if (hook == null) {
            throw name.error(Text.of(
                    "there is no detail in Java of the name {0}{1}.",
                    "没有名为 {0} 的 Java 明细{1}。",
                    name.filled(),
                    Suggestion.didYouMean(name.filled(), dialect.hooks().keySet())));
        }
        return hook.of(attribute, of);
    }

    private Detail asked(String attribute, YamlNode how, Optional<Schema> schema) {
        Optional<YamlNode> is = how.optional(IS);
        if (is.isEmpty()) {
            return answered(attribute, how, schema);
        }
        // What the file says of its schema is said of what is made, and not of what came.
        Detail answered = answered(attribute, how, Optional.empty());
        return Made.read(is.get(), schema.orElse(Scalar.DYN), answered.schema(), listed, of)
                .of(answered);
    }

    private Detail answered(String attribute, YamlNode how, Optional<Schema> schema) {
        Call call = dialect.call(how, schema, of);
        if (how.optional(Batch.BATCH).isPresent()) {
            how.fields(TypeReader.words(BESIDE_BATCH, dialect.callWords()));
            return Batch.read(how, call, listed, dialect::key, of).detail(attribute);
        }
        if (how.optional(JOIN).isPresent()) {
            Items.refuse(how, Text.of("a join chooses them by itself", "join 自行选取"));
            return Join.read(how, call, listed, dialect::key, of).detail(attribute);
        }
        Asked asked = Asked.read(how, call, listed, of);
        Items items = Items.read(how, call, of);
        Lazy<Schema> filled =
                new Lazy<>(() -> call.isList() ? items.schema() : asked.schemaOf(call.schema(), how, schema));
        if (!of.isChecked()) {
            filled.get();
        }
        if (how.optional(Over.OVER).isPresent()) {
            Over.Ask ask = (site, by) -> call.isList()
                    ? list(call, site, by).then(all -> items.of(call, all))
                    : asked.part(call, call.answer(site, by, asked::strictly));
            return Over.read(how, listed, of).detail(attribute, how, call, filled, ask, of, dialect);
        }
        if (asked.by().isEmpty()) {
            Per per = call.isRegional() ? Per.REGION : Per.ACCOUNT;
            return new Detail(
                    attribute,
                    filled,
                    List.of(call.operation().per(per)),
                    (site, asset) -> call.isList()
                            ? all(call, site).then(all -> items.of(call, all))
                            : asked.part(
                                    call, once(call, site, where -> call.answer(where, Map.of(), asked::strictly))));
        }
        return new Detail(
                attribute,
                filled,
                List.of(call.operation().per(Per.ASSET)),
                (site, asset) -> asked.of(call, asset)
                        .then(by -> call.isList()
                                ? list(call, site, by).then(all -> items.of(call, all))
                                : asked.part(call, call.answer(site, by, asked::strictly))));
    }

    static Outcome<List<Doc>> list(Call call, Site site, Map<String, Object> by) {
        List<Doc> all = new ArrayList<>();
        return call.items(site, by, all::add).map(count -> List.copyOf(all));
    }

    /** Every item as one answer, asked once: for what many assets share. */
    static Outcome<List<Doc>> all(Call call, Site site) {
        return once(call, site, where -> list(call, where, Map.of()));
    }

    /** Asked once for each region, and what answers for the account for all of them. */
    private static <T> Outcome<T> once(Call call, Site site, Function<Site, Outcome<T>> ask) {
        Site where = call.isRegional() ? site : site.in(Scope.GLOBAL);
        return where.once(call.operation(), call, () -> ask.apply(where));
    }

    /**
     * What a call is asked with, and what is taken of its answer.
     *
     * @param by the attributes that are asked with, by the parameters
     * @param part a path in the answer; empty for all of it
     * @param mayBeLeftOut whether an answer without the part says that there is none
     * @param texts what in the answer is a text of JSON
     */
    private record Asked(Map<String, String> by, String part, boolean mayBeLeftOut, JsonTexts texts) {
        static Asked read(YamlNode how, Call call, Struct listed, Declaration of) {
            Map<String, String> by = new LinkedHashMap<>(call.by());
            how.optional(BY)
                    .ifPresent(it -> it.fields().forEach((parameter, attribute) -> {
                        of.known(attribute, new ListPath(attribute.filled()).first(), listed);
                        by.put(parameter, attribute.filled());
                    }));
            return new Asked(
                    by,
                    how.optional(PART).map(YamlNode::filled).orElse(""),
                    TypeReader.isNone(how.optional("leftOut")),
                    JsonTexts.read(how));
        }

        /** What an asset is asked about with; a question without an id might be answered about somebody else. */
        Outcome<Map<String, Object>> of(Call call, Doc asset) {
            Map<String, Object> with = new LinkedHashMap<>();
            for (Map.Entry<String, String> entry : by.entrySet()) {
                Object value = Paths.get(asset, entry.getValue());
                if (!(value instanceof String || value instanceof Long) || value.equals("")) {
                    return call.unusable(
                            Text.of("not sent, since the listing brought no {0}", "未发送：列表未给出 {0}", entry.getValue()));
                }
                with.put(entry.getKey(), value);
            }
            return Outcome.value(with);
        }

        Schema schemaOf(Schema answer, YamlNode how, Optional<Schema> declared) {
            if (declared.isPresent() || part.isEmpty()) {
                return declared.orElseGet(() -> texts.schema(answer));
            }
            if (texts.areAt(part)) {
                return Scalar.DYN;
            }
            Schema at = answer;
            for (String step : part.split("\\.", -1)) {
                at = below(at, step, how.field(PART));
            }
            return part.contains(ListPath.EACH) ? Schema.listOf(at) : at;
        }

        private static Schema below(Schema at, String step, YamlNode source) {
            if (!(at instanceof Struct struct)) {
                return Scalar.DYN;
            }
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            Schema field = struct.field(name)
                    .orElseThrow(() -> source.error(Text.of(
                            "the answer has no {0}{1}.",
                            "应答中没有 {0}{1}。",
                            name,
                            Suggestion.didYouMean(name, struct.fields().keySet()))));
            return bracket >= 0 && field instanceof ListOf list ? list.item() : field;
        }

        /** Where a text is all that is wanted, one that cannot be read is no answer. */
        Object strictly(Object came) {
            return texts.areAt(part) ? texts.strictly(part, came) : came;
        }

        Outcome<Object> part(Call call, Outcome<Object> answer) {
            return answer.then(came -> {
                Object whole = texts.in(call, came);
                Object taken = part.isEmpty() ? whole : taken(whole);
                if (taken instanceof Unknown unread) {
                    return Outcome.without(unread.causes().get(0));
                } else if (taken != Absent.ABSENT || part.isEmpty()) {
                    return Outcome.value(taken);
                }
                return mayBeLeftOut
                        ? Outcome.absent()
                        : call.unusable(Text.of("it leaves out what was asked for ({0})", "应答缺少所请求的内容（{0}）", part));
            });
        }

        /** Of a path through lists all that it leads to, and nothing where a way ends. */
        private Object taken(Object whole) {
            return part.contains(ListPath.EACH)
                    ? new ListPath(part).whole(whole).<Object>map(all -> all).orElse(Absent.ABSENT)
                    : Paths.get(whole, part);
        }
    }
}
