package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** Listings page by page, each page a call through the gateway. */
public final class AwsListing {
    private static final int MOST_PAGES = 100_000;
    private static final Set<String> MORE = Set.of("IsTruncated", "Truncated");

    private AwsListing() {}

    /** Reads the token of the next page from a page; null or empty where it was the last. */
    @FunctionalInterface
    public interface Next<O> {
        @Nullable
        String token(O page);
    }

    /** The next token of a call that has no pages. */
    public static <O> Next<O> onePage() {
        return page -> null;
    }

    /** A listing whose items are objects of the SDK. */
    public static <O> Listing of(
            AwsCall<?, Page, O> call,
            Struct schema,
            Function<O, ? extends List<? extends SdkPojo>> items,
            Next<O> next) {
        return ofDocs(call, schema, docs(items), next);
    }

    /** A listing whose items are made into documents. */
    public static <O> Listing ofDocs(
            AwsCall<?, Page, O> call, Struct schema, Function<O, List<Doc>> items, Next<O> next) {
        AwsCall<?, Page, O> first = call.listing();
        return new Listing(
                schema, List.of(call.operation()), (site, each) -> walk(first, call, site, items, next, each));
    }

    /**
     * A listing that takes several questions. What answers two of them is handed on once.
     *
     * @param calls of one operation
     * @param id the field by which two items are told apart
     */
    public static <O> Listing ofParts(
            List<? extends AwsCall<?, Page, O>> calls,
            Struct schema,
            Function<O, ? extends List<? extends SdkPojo>> items,
            Next<O> next,
            String id) {
        return new Listing(schema, List.of(calls.get(0).operation()), (site, each) -> {
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
            for (AwsCall<?, Page, O> call : calls) {
                all = all.then(before -> walk(call, site, items, next, once));
            }
            return all.map(last -> count.get());
        });
    }

    /** Every item of every page as one answer, asked once for each account and region: for what many assets share. */
    public static <O> Outcome<List<Doc>> all(
            AwsCall<?, Page, O> call, Site site, Function<O, ? extends List<? extends SdkPojo>> items, Next<O> next) {
        return all(List.of("all", call), call, site, docs(items), next);
    }

    /** The same, asked once for each of several questions: {@code of} says which one the call asks. */
    public static <O> Outcome<List<Doc>> allOf(
            String of,
            AwsCall<?, Page, O> call,
            Site site,
            Function<O, ? extends List<? extends SdkPojo>> items,
            Next<O> next) {
        return all(List.of("all of", of), call, site, docs(items), next);
    }

    /** The same of items that are made into documents. */
    public static <O> Outcome<List<Doc>> allDocs(
            AwsCall<?, Page, O> call, Site site, Function<O, List<Doc>> items, Next<O> next) {
        return all(List.of("all", call), call, site, items, next);
    }

    /** Every item of every page of what belongs to one asset. A page without its list says nothing of what is there. */
    public static <O> Outcome<DocList> ofOne(
            AwsCall<?, Page, O> call, Site site, Function<O, ? extends List<? extends SdkPojo>> items, Next<O> next) {
        AwsCall<?, Page, O> whole = call.readAs(page -> {
            if (items.apply(page) instanceof SdkAutoConstructList) {
                throw new UnusableAnswer(Text.of("the answer leaves out the list that was asked for", "应答缺少所请求的列表"));
            }
            return page;
        });
        List<Doc> all = new ArrayList<>();
        return walk(whole, whole, site, docs(items), next, all::add).map(count -> DocList.copyOf(all));
    }

    private static <O> Outcome<List<Doc>> all(
            Object key, AwsCall<?, Page, O> call, Site site, Function<O, List<Doc>> items, Next<O> next) {
        return site.once(call.operation(), key, () -> {
            List<Doc> all = new ArrayList<>();
            return walk(call, call, site, items, next, all::add).map(count -> List.copyOf(all));
        });
    }

    private static <O> Function<O, List<Doc>> docs(Function<O, ? extends List<? extends SdkPojo>> items) {
        return page -> items.apply(page).stream().map(AwsListing::doc).toList();
    }

    /** Walks through the pages of what is a listing, and says how that ended. */
    static <O> Outcome<Integer> walk(
            AwsCall<?, Page, O> call,
            Site site,
            Function<O, ? extends List<? extends SdkPojo>> items,
            Next<O> next,
            Consumer<Doc> each) {
        return walk(call.listing(), call, site, docs(items), next, each);
    }

    /** The same of a listing of what belongs to assets that are there: not to have signed up for the service is no answer then. */
    static <O> Outcome<Integer> walkAll(
            AwsCall<?, Page, O> call,
            Site site,
            Function<O, ? extends List<? extends SdkPojo>> items,
            Next<O> next,
            Consumer<Doc> each) {
        return walk(call, call, site, docs(items), next, each);
    }

    /** An item that is null in its list has no id, and so is one bad item. */
    private static Doc doc(@Nullable SdkPojo item) {
        return item == null ? Doc.empty() : SdkDocs.of(item);
    }

    /** Services that count no pages say of each whether it is the last. */
    private static boolean saysThereIsMore(Object page) {
        return page instanceof SdkPojo answer
                && answer.sdkFields().stream()
                        .filter(field -> MORE.contains(field.memberName()))
                        .anyMatch(field -> Boolean.TRUE.equals(field.getValueOrDefault(answer)));
    }

    /**
     * An item that comes in part is handed on, and the listing is not whole.
     *
     * @param first asks for the first page, and {@code call} for the others: a page that came says that there is more to see
     */
    static <O> Outcome<Integer> walk(
            AwsCall<?, Page, O> first,
            AwsCall<?, Page, O> call,
            Site site,
            Function<O, List<Doc>> items,
            Next<O> next,
            Consumer<Doc> each) {
        int count = 0;
        Optional<String> missing = Optional.empty();
        Set<String> tokens = new HashSet<>();
        for (Page at = Page.FIRST; ; ) {
            Outcome<O> answer = (at.equals(Page.FIRST) ? first : call).at(site, at);
            if (!(answer instanceof Outcome.Value<O> page)) {
                return answer.map(never -> 0);
            }
            List<Doc> docs = items.apply(page.value());
            for (Doc item : docs) {
                missing = missing.or(() -> call.operation().proof().missingOf(item));
                each.accept(call.operation().whole(item));
            }
            count += docs.size();
            String token = next.token(page.value());
            if (token == null || token.isEmpty()) {
                if (saysThereIsMore(page.value())) {
                    return call.unusable(
                            Text.of("it says that there is more, and not where to go on", "应答称还有更多内容，但未说明从何处继续"));
                }
                return missing.isEmpty() ? Outcome.value(count) : call.unusable(Proof.withoutOfItem(missing.get()));
            }
            if (!tokens.add(token)) {
                return call.unusable(
                        Text.of("the same page was offered twice, so that the listing has no end", "同一页出现两次，列表没有结尾"));
            } else if (tokens.size() >= MOST_PAGES) {
                return call.unusable(Text.of("after {0} pages the listing has no end", "读取 {0} 页后列表仍未结束", MOST_PAGES));
            }
            at = new Page(token);
        }
    }
}
