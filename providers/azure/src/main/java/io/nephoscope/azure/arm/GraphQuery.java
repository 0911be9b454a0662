package io.nephoscope.azure.arm;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A query of Resource Graph, read page by page, each page a call through the gateway. */
public final class GraphQuery {
    /** The most that a page may hold. */
    private static final int PAGE = 1_000;

    private static final int MOST_PAGES = 100_000;

    private final String text;

    private GraphQuery(String text) {
        this.text = text;
    }

    /** The resources of some types. Pages follow each other only where there is an order. */
    public static GraphQuery of(GraphTable table, Collection<String> types) {
        String quoted = types.stream().map(type -> "'" + type + "'").collect(Collectors.joining(", "));
        return new GraphQuery(table.label() + " | where type in~ (" + quoted + ") | order by id asc");
    }

    /**
     * Asks it of the site's subscription, or of all that the credential sees where the site names none; once more where what there is
     * changed between two pages.
     *
     * @param each takes a resource, each once; false where it is none that was asked for
     * @return how many there were; any other outcome where they are not all that Resource Graph counted
     */
    public Outcome<Integer> in(Site site, Predicate<Doc> each) {
        Set<String> handedOn = new HashSet<>();
        Predicate<Doc> once = resource -> {
            String id = resource.text("id");
            return (!id.isEmpty() && !handedOn.add(id)) || each.test(resource);
        };
        AtomicBoolean moved = new AtomicBoolean();
        Outcome<Integer> first = pages(site, once, moved);
        return moved.get() ? pages(site, once, moved) : first;
    }

    /** @param moved becomes true where pages do not count the same */
    private Outcome<Integer> pages(Site site, Predicate<Doc> each, AtomicBoolean moved) {
        AzureAccount account = site.client(AzureAccount.class);
        Set<String> tokens = new HashSet<>();
        String token = "";
        int came = 0;
        Optional<Long> counted = Optional.empty();
        while (true) {
            String body = body(account.subscription(), token);
            Outcome<Doc> answer = send(site, account, body);
            if (!(answer instanceof Outcome.Value<Doc> page)) {
                return answer.map(never -> 0);
            }
            Doc got = page.value();
            if (!(got.get("data") instanceof DocList rows) || !(got.get("totalRecords") instanceof Long total)) {
                return unusable(Text.of(
                        "the answer has no data, or does not say how many records there are", "应答没有数据，或未说明记录数"));
            }
            if (got.get("count") instanceof Long count && count != rows.size()) {
                return unusable(Text.of("a page of {0} records has {1}", "一页应有 {0} 条记录，实有 {1} 条", count, rows.size()));
            }
            for (Object row : rows) {
                if (!(row instanceof Doc resource) || !each.test(resource)) {
                    return unusable(Text.of("the answer holds what was not asked for", "应答中有未请求的内容"));
                }
            }
            came += rows.size();
            if (counted.filter(before -> !before.equals(total)).isPresent()) {
                moved.set(true);
                return unusable(Text.of(
                        "Resource Graph counted {0} records, and then {1}",
                        "Resource Graph 先计 {0} 条记录，后计 {1} 条", counted.get(), total));
            }
            counted = Optional.of(total);
            token = got.text("$skipToken");
            if (token.isEmpty()) {
                moved.set(came != total);
                return end(got, came, total);
            } else if (!tokens.add(token) || tokens.size() >= MOST_PAGES) {
                return unusable(
                        Text.of("the same page was offered twice, so that the answer has no end", "同一页出现两次，应答没有结尾"));
            }
        }
    }

    private static Outcome<Integer> end(Doc last, int came, long total) {
        if (last.text("resultTruncated").equals("true")) {
            return unusable(Text.of("the answer is cut off, and does not say where to go on", "应答被截断，且未说明从何处继续"));
        }
        return came == total
                ? Outcome.value(came)
                : unusable(Text.of(
                        "Resource Graph counted {0} records and handed over {1}",
                        "Resource Graph 计有 {0} 条记录，返回 {1} 条", total, came));
    }

    private static Outcome<Doc> send(Site site, AzureAccount account, String body) {
        for (Duration wait = account.quota().toWait();
                !wait.isZero() && !Thread.currentThread().isInterrupted();
                wait = account.quota().toWait()) {
            site.pause(wait);
        }
        return site.call(GraphListing.ANY, () -> {
            ArmClient.Answer answer = account.client().query(body);
            account.quota().told(answer.headers());
            return ArmCall.proven(GraphListing.ANY, answer.body());
        });
    }

    private static <T> Outcome<T> unusable(Text why) {
        return Outcome.without(new Cause(GraphListing.ANY.call(), Status.FAILED, "", why));
    }

    private String body(String subscription, String token) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(json)) {
            out.writeStartObject();
            if (!subscription.isEmpty()) {
                out.writeArrayFieldStart("subscriptions");
                out.writeString(subscription);
                out.writeEndArray();
            }
            out.writeStringField("query", text);
            out.writeObjectFieldStart("options");
            out.writeStringField("resultFormat", "objectArray");
            out.writeNumberField("$top", PAGE);
            if (!token.isEmpty()) {
                out.writeStringField("$skipToken", token);
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }
}
