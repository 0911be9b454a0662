package io.nephoscope.aws.sdk;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;

/**
 * A call that a file declares, sent by the SDK.
 *
 * @param service to which it is sent
 * @param operation as it is declared
 * @param sdk the same in the SDK's model
 * @param asked what is said in the file of the request and the answer
 * @param paging how its pages follow one another; empty where there is one
 * @param schema what an answer holds; of a list, what an item holds
 * @param isListing whether it lists a type, of which an account that has not signed up for the service has nothing
 */
record SdkCall<C>(
        AwsService<C> service,
        Operation operation,
        Lazy<SdkOperation> sdk,
        Asked asked,
        Lazy<Optional<Paging>> paging,
        Schema schema,
        boolean isListing)
        implements Call {
    private static final String STS = "sts";
    private static final String ACCOUNT = "{account}";
    private static final String PARTITION = "{partition}";

    /** What one answer serves, whoever wants it. */
    enum Once {
        /** One question. */
        NO,
        /** All that is asked of one asset. */
        ASSET,
        /** The region, be it the listing of a type or the details of another. */
        REGION,
        /** Everything in the account. */
        ACCOUNT
    }

    /**
     * What a file says of a call.
     *
     * @param with the members of the request that are always the same
     * @param items where the items are; empty for what answers about one thing
     * @param echo the paths in the answer that say again what was asked, by the members of the request
     * @param percent the paths of texts that are URL-encoded
     * @param settings a map of texts that the file knows by their names; empty where there is none
     */
    record Asked(
            Map<String, Object> with,
            Optional<Items> items,
            Map<String, String> echo,
            List<String> percent,
            Optional<Settings> settings,
            Once once) {}

    /**
     * A map that holds a text for each setting, where an empty one says that it is not set.
     *
     * @param path in the answer
     * @param never the names of those that are never empty: to say nothing in their place is no answer
     */
    record Settings(String path, Set<String> never) {
        Doc read(Doc answer) {
            if (!(Paths.get(answer, path) instanceof Doc texts)) {
                return answer;
            }
            Doc.Builder set = Doc.builder();
            texts.forEach((name, text) -> {
                if (!text.equals("") || never.contains(name)) {
                    set.put(name, text);
                }
            });
            return Paths.set(answer, path, set.build());
        }
    }

    @Override
    public boolean isRegional() {
        return asked.once() != Once.ACCOUNT && !service.isGlobal();
    }

    @Override
    public boolean isList() {
        return asked.items().isPresent();
    }

    /** Every account has STS, whatever it has signed up for: to be told otherwise is no answer. */
    @Override
    public Call listing() {
        return service.name().equals(STS) ? this : new SdkCall<>(service, operation, sdk, asked, paging, schema, true);
    }

    @Override
    public Outcome<Object> answer(Site site, Map<String, Object> by) {
        return asked.once() == Once.ASSET
                ? site.once(operation, List.of("of an asset", asked.with(), by), () -> ask(site, by, came -> came))
                : ask(site, by, came -> came);
    }

    /** Within the call, so that the ledger tells of it. What serves several details is read by each for itself. */
    @Override
    public Outcome<Object> answer(Site site, Map<String, Object> by, UnaryOperator<Object> reading) {
        return asked.once() == Once.ASSET ? Call.super.answer(site, by, reading) : ask(site, by, reading);
    }

    private Outcome<Object> ask(Site site, Map<String, Object> by, UnaryOperator<Object> reading) {
        AwsCall<C, Map<String, Object>, Object> call = new AwsCall<>(service, operation, (client, members) -> {
            SdkResponse answer = sdk.get().send(client, members);
            echoes(answer, members);
            if (isToken(next(answer))) {
                throw new UnusableAnswer(Text.of("it has a further page, where one was expected", "应答还有下一页，而预期只有一页"));
            }
            try {
                return reading.apply(read(SdkDocs.of(answer)));
            } catch (Unreadable e) {
                throw new UnusableAnswer(e.text());
            }
        });
        return call.at(site, members(site, by));
    }

    private void echoes(SdkPojo answer, Map<String, Object> members) {
        asked.echo().forEach((member, path) -> {
            if (!(SdkDocs.at(answer, path) instanceof String said
                    && said.equalsIgnoreCase(String.valueOf(members.get(member))))) {
                throw new UnusableAnswer(Text.of("the answer is not about what was asked for", "应答所述并非所请求的对象"));
            }
        });
    }

    @Override
    public Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each) {
        return asked.once() == Once.REGION
                ? shared(site).then(read -> {
                    read.items().forEach(each);
                    return ofListing(read.ending());
                })
                : walk(pages(site, by), isListing, site, each);
    }

    /** The items that came, and how the asking ended. */
    private record Read(List<Doc> items, Outcome<Integer> ending) {}

    private Outcome<Read> shared(Site site) {
        return site.once(operation, List.of("shared", asked), () -> {
            List<Doc> all = new ArrayList<>();
            Outcome<Integer> ending = walk(pages(site, Map.of()), true, site, all::add);
            return Outcome.value(new Read(List.copyOf(all), ending));
        });
    }

    /**
     * An account that has not signed up for the service has no items, but an asset that is there and belongs to one shows that there is
     * more to see.
     */
    private Outcome<Integer> ofListing(Outcome<Integer> ending) {
        return !isListing && ending instanceof Outcome.Unsupported<Integer> none
                ? unusable(none.cause().message())
                : ending;
    }

    private Outcome<Integer> walk(AwsCall<C, Page, SdkResponse> pages, boolean ofType, Site site, Consumer<Doc> each) {
        return AwsListing.walk(ofType ? pages.listing() : pages, pages, site, this::docs, this::next, each);
    }

    /** The same call, page by page. A page without its list says nothing of what is there. */
    AwsCall<C, Page, SdkResponse> pages(Site site, Map<String, Object> by) {
        Map<String, Object> members = members(site, by);
        return new AwsCall<>(service, operation, (client, page) -> {
            Map<String, Object> ofPage = new TreeMap<>(members);
            if (page.token() != null) {
                ofPage.put(furtherBy(), page.token());
            }
            SdkResponse answer = sdk.get().send(client, ofPage);
            asked.items().orElseThrow().of(answer);
            return answer;
        });
    }

    private String furtherBy() {
        return paging.get()
                .map(Paging::token)
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new UnusableAnswer(
                        Text.of("it says that there is more, and not where to go on", "应答称还有更多内容，但未说明从何处继续")));
    }

    List<Doc> docs(SdkPojo page) {
        return asked.items().orElseThrow().of(page).stream().map(this::read).toList();
    }

    @Nullable
    String next(SdkPojo page) {
        return paging.get().map(it -> SdkDocs.at(page, it.next())).orElse("") instanceof String token ? token : null;
    }

    private static boolean isToken(@Nullable String next) {
        return next != null && !next.isEmpty();
    }

    private Map<String, Object> members(Site site, Map<String, Object> by) {
        Map<String, Object> all = new TreeMap<>();
        asked.with()
                .forEach((member, value) -> all.put(member, value instanceof String text ? filled(text, site) : value));
        all.putAll(by);
        return all;
    }

    private static String filled(String text, Site site) {
        return text.contains(PARTITION) || text.contains(ACCOUNT)
                ? text.replace(ACCOUNT, site.scope().account())
                        .replace(PARTITION, site.client(AwsAccount.class).partition())
                : text;
    }

    /** What came, as an asset has it. */
    private Doc read(Doc came) {
        Doc whole = came;
        for (String path : asked.percent()) {
            whole = Paths.get(whole, path) instanceof String encoded ? Paths.set(whole, path, decoded(encoded)) : whole;
        }
        Doc decoded = whole;
        return asked.settings().map(it -> it.read(decoded)).orElse(decoded);
    }

    private Object decoded(String encoded) {
        try {
            return PercentText.decode(encoded);
        } catch (IllegalArgumentException e) {
            return unusable(Text.of("the answer holds a text that is not URL-encoded", "应答中有一段文本未按 URL 编码"))
                    .toField();
        }
    }

    /** Equal calls ask the same, whichever type declares them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SdkCall<?> call
                && operation.equals(call.operation)
                && asked.equals(call.asked)
                && isListing == call.isListing;
    }

    @Override
    public int hashCode() {
        return operation.hashCode();
    }
}
