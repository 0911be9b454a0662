package io.nephoscope.http.rest;

import io.nephoscope.http.Request;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.EmptyTexts;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a list page by page, to its proven end. Where there is no proof, the list is not whole, and what came of it stays: a token or a
 * page that comes again, fewer items than are counted, a page that leaves out its list. A list that changes while it is read is read
 * again.
 */
final class Walk {
    /** Which the web defines, and whose name no file can misspell. */
    private static final String LINK = "header.link";

    private static final Text NONE_AFTER_ALL = Text.of("a later page says that there is none", "后续页称没有该内容");

    private static final int MOST_PAGES = 100_000;
    private static final long MOST_CHARACTERS = 4L << 30;
    private static final int MOST_PASSES = 3;
    private static final int MOST_EMPTY = 1_000;

    private final RestCall call;
    private final DeclaredCall declared;
    private final Paging paging;
    private final Items items;
    private final Site site;
    private final Map<String, Object> by;
    private final Consumer<Doc> each;
    private final Set<Object> came = new HashSet<>();
    private Optional<String> missing = Optional.empty();

    /** @param each is handed each item once, and one that comes in part too */
    Walk(RestCall call, Site site, Map<String, Object> by, Consumer<Doc> each) {
        this.call = call;
        this.declared = call.declared();
        this.paging = declared.paging().orElse(Paging.NONE);
        this.items = declared.items().orElseThrow();
        this.site = site;
        this.by = by;
        this.each = each;
    }

    /** Asks all the questions of the call. What answers two of them is handed on once. */
    Outcome<Integer> all() {
        List<Outcome<Integer>> answers =
                declared.questions().stream().map(this::whole).toList();
        Outcome<Integer> all = answers.stream()
                .reduce((one, other) -> one.and(other, Integer::sum))
                .orElseThrow();
        return all.then(last -> {
            if (!came.isEmpty() && answers.stream().anyMatch(Outcome::isNone)) {
                return call.unusable(NONE_AFTER_ALL);
            }
            return missing.isEmpty() ? Outcome.value(came.size()) : call.unusable(Proof.withoutOfItem(missing.get()));
        });
    }

    private Outcome<Integer> whole(Map<Slot, Object> question) {
        Outcome<End> end = Outcome.value(End.PROVEN);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            end = new Pass(question).read();
            if (!(end instanceof Outcome.Value<End> known)
                    || known.value().doubt().isEmpty()) {
                break;
            }
        }
        return end.then(how -> how.doubt().map(call::<Integer>unusable).orElse(Outcome.value(0)));
    }

    /**
     * How reading from the first page to the last ended.
     *
     * @param doubt why reading it again may tell more; empty where the end is proven
     */
    private record End(Optional<Text> doubt) {
        static final End PROVEN = new End(Optional.empty());

        /** Items may have slipped from a page not read yet to one that was. */
        static final End MOVED = new End(Optional.of(Text.of("it changes while it is read", "读取期间列表有变动")));
    }

    /** What leads to the next page. */
    private record Step(Optional<Object> value, Optional<Request> request) {
        static final Step FIRST = new Step(Optional.empty(), Optional.empty());

        static Step with(Object value) {
            return new Step(Optional.of(value), Optional.empty());
        }
    }

    /** Once from the first page to the last. */
    private final class Pass {
        private final Map<Slot, Object> question;
        /** What came, with the hash of what was said of it. */
        private final Map<Object, Integer> here = new HashMap<>();

        private final Set<Object> steps = new HashSet<>();
        private Optional<Long> total = Optional.empty();
        private boolean moved;
        /** Whether all that are counted have come, and one page more was asked for. */
        private boolean probed;

        /** Whether any page said anything, if only that there is none, of where the next one is. */
        private boolean led;

        private long position = paging.first();
        private long characters;
        private int empty;
        private int largest;

        Pass(Map<Slot, Object> question) {
            this.question = question;
        }

        Outcome<End> read() {
            Step step = Step.FIRST;
            for (int number = 1; number <= MOST_PAGES && characters <= MOST_CHARACTERS; number++) {
                Outcome<Page> answer = page(step);
                if (!(answer instanceof Outcome.Value<Page> known)) {
                    return unread(answer, number == 1 && came.isEmpty());
                }
                Page page = known.value();
                characters += page.answer().reply().text().length();
                largest = Math.max(largest, page.items().size());
                int before = here.size();
                Optional<Text> doubled = handOn(page);
                if (doubled.isPresent()) {
                    return Outcome.value(new End(doubled));
                }
                if (probed && here.size() == before) {
                    return end();
                }
                page.total().ifPresent(this::count);
                Outcome<Optional<Step>> next = next(page, here.size() > before);
                if (!(next instanceof Outcome.Value<Optional<Step>> onward)) {
                    return moved ? Outcome.value(End.MOVED) : next.map(never -> End.PROVEN);
                } else if (onward.value().isEmpty()) {
                    return misled(page).map(call::<End>unusable).orElseGet(this::end);
                }
                step = onward.value().get();
            }
            return call.unusable(Text.of("after {0} pages the listing has no end", "读取 {0} 页后列表仍未结束", MOST_PAGES));
        }

        /** Once something came, no page can say that there is nothing. */
        private Outcome<End> unread(Outcome<Page> answer, boolean isFirst) {
            return answer.isNone() && !isFirst ? call.unusable(NONE_AFTER_ALL) : answer.map(never -> End.PROVEN);
        }

        private void count(long now) {
            moved |= total.isPresent() && total.get() != now;
            total = Optional.of(now);
        }

        private Outcome<End> end() {
            if (moved) {
                return Outcome.value(End.MOVED);
            }
            long all = total.orElse((long) here.size());
            // Whoever counts less than came may have counted before it was there.
            return here.size() > all
                    ? Outcome.value(new End(Optional.of(miscounted())))
                    : here.size() < all ? call.unusable(miscounted()) : Outcome.value(End.PROVEN);
        }

        /**
         * Why the only page may not be the last: it is full, and nothing of what it says leads on, as where the file misspells what does. Of
         * a page that only may be full whoever writes the file hears.
         */
        private Optional<Text> misled(Page last) {
            boolean isLed = paging.kind() == Paging.Kind.TOKEN || paging.kind() == Paging.Kind.LINK;
            boolean isTold = led || paging.counts() || !isNothing(more(last));
            if (!isLed || isTold || !paging.isFull(last.items().size())) {
                return Optional.empty();
            }
            Text why = Text.of(
                    "{0}: no answer has {1}, and the last page is full; the list may go on",
                    "{0}：所有应答均无 {1}，且最后一页已满；列表可能还有后续",
                    paging.kind() == Paging.Kind.TOKEN ? "paging.next" : "paging.link",
                    paging.next());
            if (!paging.sizes().isEmpty() && !paging.next().equals(LINK)) {
                return Optional.of(why);
            }
            site.client(RestReach.class).rest().doubt(Text.of("{0}, {1}.", "{0}，{1}。", declared.name(), why));
            return Optional.empty();
        }

        private Object more(Page page) {
            return paging.more().isEmpty() ? Absent.ABSENT : page.said(paging.more());
        }

        private Text miscounted() {
            return Text.of(
                    "{0} says {1}, {2} came", "{0} 为 {1}，实际返回 {2} 项", paging.total(), total.orElseThrow(), here.size());
        }

        /** Hands on what did not come yet; says where two are different things of one name. */
        private Optional<Text> handOn(Page page) {
            Optional<Text> doubled = Optional.empty();
            for (Object raw : page.items()) {
                // An item that is no object has no id, and so is one bad item.
                Doc item = raw instanceof Doc doc ? EmptyTexts.absent(doc) : Doc.empty();
                Object id = idOf(raw, item);
                Integer other = here.putIfAbsent(id, raw.hashCode());
                if (other != null && other != raw.hashCode()) {
                    doubled = Optional.of(Text.of("two items are called {0}", "有两项名称均为 {0}", Errors.word(id)));
                }
                if (came.add(id)) {
                    missing = missing.or(() -> call.operation().proof().missingOf(item));
                    each.accept(call.operation().whole(item));
                }
            }
            return doubled;
        }

        private Object idOf(Object raw, Doc item) {
            Object id = declared.id().isEmpty() ? "" : Paths.get(item, declared.id());
            return Errors.word(id).isEmpty() ? raw : id;
        }

        /** What leads to the next page; none behind the last. */
        private Outcome<Optional<Step>> next(Page page, boolean isNew) {
            led |= page.has(paging.next());
            return switch (paging.kind()) {
                case NONE -> Outcome.value(Optional.empty());
                case TOKEN -> onward(page, isNew, page.said(paging.next()));
                case LINK -> linked(page, isNew);
                case PAGE -> counted(page, isNew, () -> Optional.of(++position));
                case OFFSET ->
                    counted(
                            page,
                            isNew,
                            () -> Optional.of(position += page.items().size()));
                case MARKER -> counted(page, isNew, () -> marker(page));
            };
        }

        private Outcome<Optional<Step>> linked(Page page, boolean isNew) {
            try {
                return onward(page, isNew, page.link(paging.next()));
            } catch (UnusableAnswer e) {
                return call.unusable(e.text());
            }
        }

        private Outcome<Optional<Step>> onward(Page page, boolean isNew, Object token) {
            Object more = more(page);
            boolean goesOn = more.equals(true) || more.equals("true");
            boolean ends = more.equals(false) || more.equals("false");
            String named = Errors.word(token);
            if ((named.isEmpty() && !isNothing(token)) || !(goesOn || ends || isNothing(more))) {
                return call.unusable(Text.of(
                        "it says in a form that is not known where the next page is, or whether there is one",
                        "应答以未知形式说明下一页的位置或是否存在"));
            } else if (named.isEmpty()) {
                return goesOn
                        ? call.unusable(Text.of("it says that there is more, and not where", "应答称还有更多内容，却未说明位置"))
                        : Outcome.value(Optional.empty());
            } else if (ends) {
                return Outcome.value(Optional.empty());
            } else if (page.items().isEmpty() && ++empty > MOST_EMPTY) {
                return call.unusable(Text.of("{0} pages in a row are empty", "连续 {0} 页为空", MOST_EMPTY));
            } else if (!steps.add(named)) {
                return call.unusable(Text.of("a page leads to one that was read before", "某页指向已读过的页"));
            } else if (!isNew && !page.items().isEmpty()) {
                return nothingNew();
            }
            if (paging.kind() == Paging.Kind.LINK) {
                return Outcome.value(Optional.of(new Step(
                        Optional.empty(),
                        Optional.of(Link.to(named, page.answer().asked())))));
            }
            return Outcome.value(Optional.of(Step.with(named)));
        }

        /**
         * Pages that are counted end where all have come, or with an empty one: one that brings nothing new proves nothing. Behind a full
         * page there may be more than are counted: one page more must bring nothing.
         */
        private Outcome<Optional<Step>> counted(Page page, boolean isNew, Supplier<Optional<? extends Object>> next) {
            boolean isAll = page.total()
                    .map(all -> here.size() >= all)
                    .orElse(page.items().isEmpty());
            boolean mayGoOn = !probed && total.equals(Optional.of((long) here.size())) && isFull(page);
            if (isAll && !mayGoOn) {
                return Outcome.value(Optional.empty());
            } else if (isAll) {
                probed = true;
            } else if (!isNew) {
                return total.isPresent() ? call.unusable(miscounted()) : nothingNew();
            }
            Optional<? extends Object> step = next.get();
            if (step.isEmpty() || !steps.add(step.get())) {
                return call.unusable(Text.of("its last item does not lead on ({0})", "最后一项无法用于续读（{0}）", paging.next()));
            }
            return Outcome.value(Optional.of(Step.with(step.get())));
        }

        /** A service may have smaller pages than are asked for: all but the last are as large as the largest then. */
        private boolean isFull(Page page) {
            int size = page.items().size();
            return paging.isFull(size) || (size > 0 && size == largest && !steps.isEmpty());
        }

        private <T> Outcome<T> nothingNew() {
            return call.unusable(
                    Text.of("a page brings nothing new, and is not said to be the last", "某页没有新内容，且未说明是最后一页"));
        }

        private Optional<Object> marker(Page page) {
            Object last =
                    page.items().isEmpty() ? "" : page.items().get(page.items().size() - 1);
            Object field = Paths.get(last, paging.next());
            return Errors.word(field).isEmpty() ? Optional.empty() : Optional.of(field);
        }

        private static boolean isNothing(Object said) {
            return said == Absent.ABSENT || said.equals("");
        }

        private Outcome<Page> page(Step step) {
            return call.exchange(
                    site,
                    (client, region) -> opened(
                            step.request().isPresent()
                                    ? client.send(declared, step.request().get(), region)
                                    : client.ask(declared, asked(client, region, step), region)));
        }

        /** @throws UnusableAnswer where it is no page */
        private Page opened(RestClient.Answer answer) {
            if (answer.result() instanceof Doc result) {
                call.require(result);
            }
            Optional<Long> counted = Optional.empty();
            if (paging.counts()) {
                if (!(Paths.get(answer.result(), paging.total()) instanceof Long known) || known < 0) {
                    throw new UnusableAnswer(
                            Text.of("it does not say how many there are ({0})", "应答未说明总数（{0}）", paging.total()));
                }
                counted = Optional.of(known);
            }
            Optional<List<Object>> listed = items.in(answer.result());
            if (listed.isEmpty() && !counted.equals(Optional.of(0L))) {
                throw new UnusableAnswer(Text.of("it leaves out what it lists ({0})", "应答缺少列表内容（{0}）", items));
            }
            return new Page(listed.orElse(List.of()), counted, answer);
        }

        private Question asked(RestClient client, String region, Step step) {
            Question asked = client.requests().question(declared, question, by, region);
            boolean isCounted = paging.kind() == Paging.Kind.PAGE || paging.kind() == Paging.Kind.OFFSET;
            Optional<Object> place = step.value().or(() -> isCounted ? Optional.of(paging.first()) : Optional.empty());
            if (place.isPresent()) {
                asked = paging.slot().orElseThrow().put(asked, place.get());
            }
            for (Map.Entry<Slot, Object> size : paging.sizes().entrySet()) {
                asked = size.getKey().put(asked, size.getValue());
            }
            return asked;
        }
    }
}
