package io.nephoscope.aws.sdk;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Every item of every page as one answer, asked once for each of several questions: {@code of} says which one the call asks. */
    public static <O> Outcome<List<Doc>> allOf(
            Object of,
            AwsCall<?, Page, O> call,
            Site site,
            Function<O, ? extends List<? extends SdkPojo>> items,
            Next<O> next) {
        return allDocs(of, call, site, docs(items), next);
    }

    /** The same of items that are made into documents. */
    public static <O> Outcome<List<Doc>> allDocs(
            Object of, AwsCall<?, Page, O> call, Site site, Function<O, List<Doc>> items, Next<O> next) {
        return site.once(call.operation(), List.of("all of", of), () -> {
            List<Doc> all = new ArrayList<>();
            return walk(call, call, site, items, next, all::add).map(count -> List.copyOf(all));
        });
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

    private static <O> Function<O, List<Doc>> docs(Function<O, ? extends List<? extends SdkPojo>> items) {
        return page -> items.apply(page).stream().map(AwsListing::doc).toList();
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
