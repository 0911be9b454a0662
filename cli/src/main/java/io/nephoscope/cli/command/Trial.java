package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Lists the assets of one type and fills the first of them, telling each step. */
final class Trial {
    /** How many assets are filled and shown. */
    private static final int FILLED = 3;

    private final Provider provider;
    private final AssetType type;
    private final Consumer<Text> say;

    Trial(Provider provider, AssetType type, Consumer<Text> say) {
        this.provider = provider;
        this.type = type;
        this.say = say;
    }

    /**
     * @param settings of the source
     * @param environment in which its credentials may be kept
     * @throws UsageException where the source cannot be reached as it is set
     */
    ExitCode run(Map<String, String> settings, Map<String, String> environment) {
        Target target = Organisation.of(
                        provider, List.of(), settings, environment, Path.of("").toAbsolutePath())
                .accounts()
                .get(0)
                .target();
        boolean whole = true;
        try (Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);
                Connection connection = provider.connect(target, gateway)) {
            say.accept(Text.of(
                    "Account {0}", "账号 {0}", connection.account().scope().account()));
            for (Site site : sites(connection)) {
                whole &= list(site);
            }
        } catch (TargetException e) {
            throw new UsageException(e.text(), e);
        }
        return whole ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    private List<Site> sites(Connection connection) throws TargetException {
        if (type.reach() == AssetType.Reach.ACCOUNT) {
            return List.of(connection.account());
        }
        List<Site> sites = new ArrayList<>();
        if (connection.regions() instanceof Outcome.Value<List<String>> known) {
            known.value().forEach(region -> sites.add(connection.account().in(region)));
        }
        return sites;
    }

    private boolean list(Site site) {
        List<Doc> items = new ArrayList<>();
        Outcome<Integer> ending = type.listing().walk().list(site, items::add);
        Text end = ending instanceof Outcome.Value<Integer>
                ? Text.of("the list is whole", "列表完整")
                : words(ending.cause("", ""));
        say.accept(Text.of(
                "{0} in {1}: {2} came; {3}",
                "{1} 中的 {0}：返回 {2} 项；{3}", type.name(), site.scope().region(), items.size(), end));
        long nameless = items.stream()
                .filter(item -> type.identity().nativeId().apply(item).isEmpty())
                .count();
        if (nameless > 0) {
            say.accept(
                    Text.of("{0} of them have no id, and so the list is not whole", "其中 {0} 项没有标识，因此列表不完整", nameless));
        }
        if (!items.isEmpty()) {
            hits(items);
            items.stream().limit(FILLED).forEach(item -> fill(site, item));
        }
        return ending instanceof Outcome.Value<Integer> && nameless == 0;
    }

    private static Text words(Cause cause) {
        return Text.of(
                "{0} ended as {1}: {2}",
                "{0} 以 {1} 结束：{2}", cause.call(), cause.outcome().label(), cause.message());
    }

    /** Of each path of the schema in how many of the items there is something, and what came beside them. */
    private void hits(List<Doc> items) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        SortedMap<String, Integer> others = new TreeMap<>();
        paths("", type.listing().schema(), hits);
        items.forEach(item -> count("", item, type.listing().schema(), hits, others));
        hits.forEach((path, hit) ->
                say.accept(Text.of("  {0}: in {1} of {2}", "  {0}：{2} 项中有 {1} 项", path, hit, items.size())));
        others.forEach((path, hit) -> say.accept(Text.of(
                "  {0}: in {1} of {2}, and not in the schema",
                "  {0}：{2} 项中有 {1} 项，但不在 schema 中", path, hit, items.size())));
    }

    private static void paths(String path, Schema schema, Map<String, Integer> hits) {
        if (schema instanceof Struct struct) {
            struct.fields().forEach((name, field) -> paths(path.isEmpty() ? name : path + "." + name, field, hits));
        } else if (schema instanceof ListOf list) {
            paths(path + "[]", list.item(), hits);
        } else if (schema instanceof MapOf) {
            hits.put(path + "{}", 0);
        } else {
            hits.put(path, 0);
        }
    }

    private static void count(
            String path, Object field, Schema schema, Map<String, Integer> hits, Map<String, Integer> others) {
        if (field instanceof Doc doc && schema instanceof Struct struct) {
            doc.forEach((name, below) -> {
                String at = path.isEmpty() ? name : path + "." + name;
                struct.field(name)
                        .ifPresentOrElse(
                                it -> count(at, below, it, hits, others), () -> others.merge(at, 1, Integer::sum));
            });
        } else if (field instanceof DocList list && schema instanceof ListOf of) {
            list.stream().limit(1).forEach(item -> count(path + "[]", item, of.item(), hits, others));
        } else if (field != Absent.ABSENT) {
            hits.merge(schema instanceof MapOf ? path + "{}" : path, 1, Integer::sum);
        }
    }

    private void fill(Site site, Doc item) {
        String id = type.identity().nativeId().apply(item);
        say.accept(Text.of(
                "{0} \"{1}\"", "{0}“{1}”", id.isEmpty() ? "(no id)" : Failure.line(id), shown(type.nameOf(item))));
        Doc whole = item;
        for (Detail detail : type.details()) {
            Outcome<?> filled = detail.fetch().fetch(site, item);
            whole = whole.with(detail.attribute(), filled.toField());
            say.accept(Text.of("  {0}: {1}", "  {0}：{1}", detail.attribute(), shown(filled.toField())));
        }
        say.accept(Text.of("  tags: {0}", "  标签：{0}", shown(type.tagsOf(whole))));
        type.facetsOf(whole)
                .forEach((facet, field) ->
                        say.accept(Text.of("  facets.{0}: {1}", "  特征 facets.{0}：{1}", facet, shown(field))));
    }

    private static Object shown(Object field) {
        if (field instanceof Unknown unknown) {
            return Text.of("unknown ({0})", "未知（{0}）", words(unknown.causes().get(0)));
        }
        return field == Absent.ABSENT ? Text.of("none", "无") : Text.quoted(Failure.line(String.valueOf(field)));
    }
}
