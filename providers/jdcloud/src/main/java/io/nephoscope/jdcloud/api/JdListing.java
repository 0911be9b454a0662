package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.EmptyTexts;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Listings page by page. Pages are asked for until as many items came as the answer says there are, or until a page brings nothing
 * new: behind the end some products answer with the last page again, and others with nothing. Fewer items than there are is a gap.
 */
public final class JdListing {
    private static final int MOST_PAGES = 100_000;

    private JdListing() {}

    /** @param id the field by which two items are told apart */
    public static Listing of(JdCall call, Struct schema, String id) {
        return of(call, schema, id, item -> true);
    }

    /** The same of some of the items, where the others are not the account's own, whatever was asked for. */
    public static Listing of(JdCall call, Struct schema, String id, Predicate<Doc> isOwn) {
        return new Listing(schema, List.of(call.operation()), (site, each) -> {
            AtomicInteger own = new AtomicInteger();
            return everything(site, call, id, item -> {
                        if (isOwn.test(item)) {
                            own.incrementAndGet();
                            each.accept(JdItems.timed(item, schema));
                        }
                    })
                    .map(all -> own.get());
        });
    }

    /** Every item of every page as one answer, asked once for each account and region: for what many assets share. */
    public static Outcome<List<Doc>> all(Site site, JdCall call, String id) {
        return site.once(call.operation(), call.questions(), () -> {
            List<Doc> all = new ArrayList<>();
            return everything(site, call, id, all::add).map(count -> List.copyOf(all));
        });
    }

    /** Asks all the questions of a call. What answers two of them is handed on once. */
    private static Outcome<Integer> everything(Site site, JdCall call, String id, Consumer<Doc> each) {
        Set<String> came = new HashSet<>();
        AtomicInteger count = new AtomicInteger();
        Consumer<Doc> once = item -> {
            String name = item.text(id);
            if (name.isEmpty() || came.add(name)) {
                count.incrementAndGet();
                each.accept(item);
            }
        };
        Outcome<Integer> all = Outcome.value(0);
        for (Question question : call.questions()) {
            all = all.then(before -> walk(site, call, question, id, once));
        }
        return all.map(last -> count.get());
    }

    /** Hands on each item once, and one that comes in part too. The outcome's value is how many there were. */
    public static Outcome<Integer> walk(Site site, JdCall call, Question question, String id, Consumer<Doc> each) {
        Set<String> came = new HashSet<>();
        Optional<String> missing = Optional.empty();
        int count = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            Outcome<Page> answer = page(site, call, call.paging().at(page, question));
            if (!(answer instanceof Outcome.Value<Page> known)) {
                return answer.map(never -> 0);
            }
            int before = count;
            for (Doc item : known.value().items()) {
                String name = item.text(id);
                if (name.isEmpty() || came.add(name)) {
                    missing = missing.or(() -> call.operation().proof().missingOf(item));
                    each.accept(call.operation().whole(item));
                    count++;
                }
            }
            if (call.paging().place() == Paging.Place.NOWHERE
                    || count >= known.value().total()) {
                return missing.isEmpty() ? Outcome.value(count) : gap(call, Proof.withoutOfItem(missing.get()));
            } else if (count == before) {
                return gap(
                        call,
                        Text.of(
                                "{0} says {1}, {2} came",
                                "{0} 为 {1}，实际返回 {2} 项",
                                call.paging().total(),
                                known.value().total(),
                                count));
            }
        }
        return gap(call, Text.of("after {0} pages the listing has no end", "读取 {0} 页后列表仍未结束", MOST_PAGES));
    }

    private static <T> Outcome<T> gap(JdCall call, Text why) {
        return JdDetail.unusable(call, why);
    }

    private record Page(List<Doc> items, long total) {}

    private static Outcome<Page> page(Site site, JdCall call, Question question) {
        JdClient api = site.client(JdAccount.class).api();
        return site.call(
                call.operation(),
                () -> page(call, api.ask(call, site.scope().region(), question).result()));
    }

    private static Page page(JdCall call, Doc result) {
        Object total = call.paging().place() == Paging.Place.NOWHERE
                ? Long.valueOf(0)
                : result.get(call.paging().total());
        if (!(total instanceof Long number) || number < 0) {
            throw new UnusableAnswer(Text.of(
                    "it does not say how many there are ({0})",
                    "应答未说明总数（{0}）", call.paging().total()));
        }
        Object items = result.get(call.items());
        if (items instanceof DocList list) {
            // An item that is no object has no id, and so is one bad item.
            return new Page(
                    list.stream()
                            .map(item -> item instanceof Doc doc ? EmptyTexts.absent(doc) : Doc.empty())
                            .toList(),
                    number);
        } else if (number == 0 && call.paging().place() != Paging.Place.NOWHERE) {
            return new Page(List.of(), 0);
        }
        throw new UnusableAnswer(Text.of("it leaves out what it lists ({0})", "应答缺少列表内容（{0}）", call.items()));
    }
}
