package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that end, lists that do not, and lists that lie: each is whole with proof, or a gap that says why. */
class WalkTest {
    private static final String FILE = """
            service: hill
            url: "https://hill.example"
            errors: {code: code, message: msg, unsubscribed: ["20040"]}
            calls:
              token: {get: /things, items: items, id: id, paging: {token: marker, next: next, more: more}}
              header: {get: /things, items: items, id: id, paging: {token: marker, next: header.X-Next}}
              page: {get: /things, items: items, id: id, paging: {page: page, size: {size: 2}, total: total}}
              empty: {get: /things, items: items, id: id, paging: {page: page, end: empty}}
              offset: {get: /things, items: items, id: id, paging: {offset: offset, size: {limit: 100}, total: total}}
              marker: {get: /things, items: items, id: id, paging: {marker: after, of: id, end: empty}}
              once: {get: /things, items: items, paging: none}
              deep: {get: /things, items: "groups[].members[]", id: id, paging: none}
              names: {get: /things, items: {id: names}, id: id, paging: none}
              post:
                post: /search
                read: a search
                body: {filter: {state: all}}
                items: items
                id: id
                paging: {page: filter.page, size: {filter.size: 2}, total: total}
              asked:
                get: /things
                items: items
                id: id
                paging: {page: page, total: total}
                narrows: {kind: {default: plain, ask: [plain, odd]}}
            """;

    private final Replies hill = new Replies(FILE);

    @AfterEach
    void close() {
        hill.close();
    }

    private static String page(int total, int from, int to) {
        return "{\"total\":" + total + ",\"items\":[" + items(from, to) + "]}";
    }

    private static String items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(","));
    }

    private static String next(String token, int from, int to) {
        return "{\"next\":" + token + ",\"items\":[" + items(from, to) + "]}";
    }

    private static int number(Request request, String parameter) {
        return Integer.parseInt(request.query().get(parameter));
    }

    @Test
    void aTokenLeadsOnUntilNoneComes() {
        hill.bodies(next("\"a\"", 0, 2), next("\"b\"", 2, 2), next("\"\"", 2, 3));
        assertThat(hill.list("token")).isEqualTo("value 3");
        assertThat(hill.asked).extracting(it -> it.query().get("marker")).containsExactly(null, "a", "b");
    }

    @Test
    void aTokenBehindTheLastPageIsNotFollowedWhereItSaysThatThereIsNoMore() {
        hill.bodies("{\"next\":\"a\",\"more\":false,\"items\":[{\"id\":\"0\"}]}");
        assertThat(hill.list("token")).isEqualTo("value 1");
    }

    @Test
    void moreWithoutATokenIsAGap() {
        hill.bodies("{\"more\":true,\"items\":[{\"id\":\"0\"}]}");
        assertThat(hill.list("token")).isEqualTo("failed UnusableAnswer: it says that there is more, and not where");
        assertThat(hill.ids()).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({"a a, 2", "a b a, 3", "a b c b, 4"})
    void aTokenThatComesAgainIsAGap(String tokens, int requests) {
        List<String> all = List.of(tokens.split(" ", -1));
        hill.answer(request -> {
            int at = hill.asked.size() - 1;
            return Replies.ok(next("\"" + all.get(at % all.size()) + "\"", at, at + 1));
        });
        assertThat(hill.list("token")).isEqualTo("failed UnusableAnswer: a page leads to one that was read before");
        assertThat(hill.asked).hasSize(requests);
        assertThat(hill.came).hasSize(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "{\"href\":\"x\"}", "[\"x\"]"})
    void aTokenOfAnotherFormIsAGapAndNoEnd(String token) {
        hill.bodies(next(token, 0, 2));
        assertThat(hill.list("token")).contains("it says in a form that is not known where the next page is");
        assertThat(hill.came).hasSize(2);
    }

    @Test
    void newTokensForTheSamePageAreAGap() {
        hill.answer(request -> Replies.ok(next("\"t" + hill.asked.size() + "\"", 0, 2)));
        assertThat(hill.list("token")).contains("a page brings nothing new");
        assertThat(hill.asked).hasSize(2);
    }

    @Test
    void aTokenMayStandInAHeader() {
        hill.answer(request -> new Reply(
                200,
                hill.asked.size() == 1 ? Map.of("x-next", "n") : Map.of(),
                next("null", hill.asked.size(), hill.asked.size() + 1)));
        assertThat(hill.list("header")).isEqualTo("value 2");
    }

    @Test
    void pagesAreReadUntilAllHaveCome() {
        hill.answer(request -> {
            int page = number(request, "page");
            return Replies.ok(page(5, (page - 1) * 2, Math.min(5, page * 2)));
        });
        assertThat(hill.list("page")).isEqualTo("value 5");
        assertThat(hill.asked)
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.query()).containsEntry("size", "2"));
    }

    @Test
    void shorterPagesThanWereAskedForAreReadOn() {
        hill.answer(request -> {
            int offset = number(request, "offset");
            return Replies.ok(page(7, offset, Math.min(7, offset + 3)));
        });
        assertThat(hill.list("offset")).isEqualTo("value 7");
        assertThat(hill.asked).extracting(it -> it.query().get("offset")).containsExactly("0", "3", "6");
    }

    @Test
    void aTotalThatIsNotReachedIsAGap() {
        hill.bodies(page(9, 0, 2), page(9, 2, 4), page(9, 2, 4));
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: total says 9, 4 came");
        assertThat(hill.ids()).containsExactly("0", "1", "2", "3");
    }

    /** It says by itself which page it answers with: asked for the second, it says the first once more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page | total says 9, 2 came",
                "offset | total says 9, 2 came",
                "post | total says 9, 2 came",
                "empty | a page brings nothing new, and is not said to be the last",
                "marker | a page brings nothing new, and is not said to be the last"
            })
    void whoeverTakesNoNoticeOfThePageThatIsAskedForIsAGap(String call, String why) {
        hill.answer(request -> Replies.ok("{\"page\":1,\"total\":9,\"items\":[" + items(0, 2) + "]}"));
        assertThat(hill.list(call)).isEqualTo("failed UnusableAnswer: " + why);
        assertThat(hill.asked).hasSize(2);
        assertThat(hill.ids()).containsExactly("0", "1");
    }

    @Test
    void aTotalThatIsLessThanWhatCameIsAGap() {
        hill.bodies(page(1, 0, 2));
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: total says 1, 2 came");
        assertThat(hill.came).hasSize(2);
    }

    @Test
    void aListThatMovesWhileItIsReadIsReadAgain() {
        hill.bodies(page(4, 0, 2), page(3, 3, 4), page(3, 0, 2), page(3, 3, 4));
        assertThat(hill.list("page")).isEqualTo("value 3");
        assertThat(hill.ids()).containsExactly("0", "1", "3");
    }

    @Test
    void whatSlippedOntoAPageThatWasReadIsFoundWhenItIsReadAgain() {
        hill.bodies(page(4, 0, 2), page(3, 3, 4), page(3, 1, 3), page(3, 3, 4));
        assertThat(hill.list("page")).isEqualTo("value 4");
        assertThat(hill.ids()).containsExactly("0", "1", "3", "2");
    }

    @Test
    void aListThatNeverStandsStillIsAGap() {
        hill.answer(request -> Replies.ok(number(request, "page") == 1 ? page(4, 0, 2) : page(3, 3, 4)));
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: it changes while it is read");
    }

    @Test
    void withoutATotalAnEmptyPageEndsTheListAndAShortOneDoesNot() {
        hill.bodies(page(0, 0, 2), page(0, 2, 3), page(0, 3, 3));
        assertThat(hill.list("empty")).isEqualTo("value 3");
        assertThat(hill.asked).hasSize(3);
    }

    @Test
    void withoutATotalTheLastPageAgainIsAGap() {
        hill.bodies(page(0, 0, 2), page(0, 2, 3));
        assertThat(hill.list("empty")).contains("a page brings nothing new");
    }

    @Test
    void aMarkerIsTheLastThatCame() {
        hill.bodies(page(0, 0, 2), page(0, 2, 3), page(0, 3, 3));
        assertThat(hill.list("marker")).isEqualTo("value 3");
        assertThat(hill.asked).extracting(it -> it.query().get("after")).containsExactly(null, "1", "2");
    }

    @Test
    void aLastItemWithoutItsIdCannotLeadOn() {
        hill.bodies("{\"items\":[{\"id\":\"0\"},{\"name\":\"x\"}]}");
        assertThat(hill.list("marker")).isEqualTo("failed UnusableAnswer: its last item does not lead on (id)");
        assertThat(hill.came).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":null}", "{\"items\":{}}", "{\"items\":\"\"}", "{\"itmes\":[]}"})
    void anAnswerWithoutItsListIsAGap(String body) {
        hill.bodies(body);
        assertThat(hill.list("once")).startsWith("failed UnusableAnswer: it leaves out what");
    }

    @Test
    void aLaterPageWithoutItsListIsAGap() {
        hill.bodies(page(3, 0, 2), "{\"total\":3}");
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: it leaves out what it lists (items)");
        assertThat(hill.came).hasSize(2);
    }

    @Test
    void whereNothingIsCountedNothingNeedBeListed() {
        hill.bodies("{\"total\":0}");
        assertThat(hill.list("page")).isEqualTo("value 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-1", "\"120\"", "1.5", "[]"})
    void aCountThatIsNoneIsAGap(String total) {
        hill.bodies("{\"total\":" + total + ",\"items\":[]}");
        assertThat(hill.list("page")).contains("(total)");
    }

    @Test
    void itemsInGroupsAreAllThereOrTheListIsNotWhole() {
        hill.bodies("{\"groups\":[{\"members\":[{\"id\":\"0\"}]},{\"members\":[{\"id\":\"1\"}]}]}");
        assertThat(hill.list("deep")).isEqualTo("value 2");
        hill.bodies("{\"groups\":[{\"members\":[{\"id\":\"0\"}]},{}]}");
        assertThat(hill.list("deep")).contains("it leaves out what it lists (groups[].members)");
    }

    @Test
    void plainValuesGetAName() {
        hill.bodies("{\"names\":[\"a\",\"b\"]}");
        assertThat(hill.list("names")).isEqualTo("value 2");
        assertThat(hill.ids()).containsExactly("a", "b");
    }

    @Test
    void anIdThatTwoDifferentThingsOfOnePageHaveIsAGap() {
        hill.bodies("{\"total\":2,\"items\":[{\"id\":\"0\",\"x\":1},{\"id\":\"0\",\"x\":2}]}");
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: two items are called 0");
    }

    @Test
    void anIdThatTwoDifferentThingsOfTwoPagesHaveIsAGap() {
        hill.answer(request -> Replies.ok(
                request.query().containsKey("marker")
                        ? "{\"items\":[{\"id\":\"0\",\"x\":2},{\"id\":\"1\"}]}"
                        : "{\"next\":\"a\",\"items\":[{\"id\":\"0\",\"x\":1}]}"));
        assertThat(hill.list("token")).isEqualTo("failed UnusableAnswer: two items are called 0");
        assertThat(hill.ids()).containsExactly("0", "1");
    }

    @Test
    void anItemThatChangesBetweenTwoReadingsIsTheSame() {
        hill.bodies(page(4, 0, 2), page(3, 3, 4), "{\"total\":1,\"items\":[{\"id\":\"0\",\"state\":\"off\"}]}");
        assertThat(hill.list("page")).startsWith("value");
    }

    @Test
    void anItemThatComesTwiceIsHandedOnOnce() {
        hill.bodies(page(3, 0, 2), page(3, 1, 3));
        assertThat(hill.list("page")).isEqualTo("value 3");
        assertThat(hill.ids()).containsExactly("0", "1", "2");
    }

    @Test
    void anItemThatIsNoObjectIsOneBadItem() {
        hill.bodies("{\"total\":2,\"items\":[7,{\"id\":\"a\"}]}");
        assertThat(hill.list("page")).isEqualTo("value 2");
        assertThat(hill.ids()).containsExactly("", "a");
    }

    @Test
    void itemsWithoutIdsAreToldApartByAllThatTheySay() {
        hill.bodies("{\"total\":9,\"items\":[{\"n\":1},{\"n\":2}]}");
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: total says 9, 2 came");
    }

    @Test
    void aPostIsAskedForPagesInItsBody() {
        hill.answer(request -> Replies.ok(page(3, hill.asked.size() * 2 - 2, Math.min(3, hill.asked.size() * 2))));
        assertThat(hill.list("post")).isEqualTo("value 3");
        assertThat(hill.asked)
                .extracting(Request::body)
                .containsExactly(
                        "{\"filter\":{\"state\":\"all\",\"page\":1,\"size\":2}}",
                        "{\"filter\":{\"state\":\"all\",\"page\":2,\"size\":2}}");
    }

    @Test
    void whatADefaultWouldHideIsAskedForAndWhatAnswersTwoQuestionsComesOnce() {
        hill.answer(request -> Replies.ok(request.query().containsValue("odd") ? page(2, 1, 3) : page(2, 0, 2)));
        assertThat(hill.list("asked")).isEqualTo("value 3");
        assertThat(hill.ids()).containsExactly("0", "1", "2");
        assertThat(hill.service.call("asked").operation().defaults().narrowing())
                .singleElement()
                .satisfies(it -> assertThat(it.asked()).containsExactly("plain", "odd"));
    }

    @Test
    void anErrorOnALaterPageIsAGapAndWhatCameStays() {
        hill.answer(request -> hill.asked.size() == 1 ? Replies.ok(page(4, 0, 2)) : new Reply(403, Map.of(), "{}"));
        assertThat(hill.list("page")).isEqualTo("denied HTTP 403");
        assertThat(hill.ids()).containsExactly("0", "1");
    }

    @Test
    void aServiceThatTheAccountHasNotGotHasNothingButOnlyOnTheFirstPage() {
        Reply none = new Reply(400, Map.of(), "{\"code\":\"20040\"}");
        hill.answer(request -> none);
        assertThat(hill.list("page")).startsWith("unsupported");
        hill.asked.clear();
        hill.answer(request -> hill.asked.size() == 1 ? Replies.ok(page(4, 0, 2)) : none);
        assertThat(hill.list("page")).isEqualTo("failed UnusableAnswer: a later page says that there is none");
    }

    @Test
    void oneQuestionThatIsAnsweredWithNoneTakesNothingFromWhatAnotherBrought() {
        hill.answer(request -> request.query().containsValue("odd")
                ? new Reply(400, Map.of(), "{\"code\":\"20040\"}")
                : Replies.ok(page(2, 0, 2)));
        assertThat(hill.list("asked")).isEqualTo("failed UnusableAnswer: a later page says that there is none");
        assertThat(hill.ids()).containsExactly("0", "1");
    }

    @Test
    void aQuestionThatIsAnsweredWithNoneEndsNoOther() {
        Reply none = new Reply(400, Map.of(), "{\"code\":\"20040\"}");
        hill.answer(request -> request.query().containsValue("odd") ? new Reply(403, Map.of(), "{}") : none);
        assertThat(hill.list("asked")).isEqualTo("denied HTTP 403");
        hill.answer(request -> request.query().containsValue("odd") ? Replies.ok(page(2, 0, 2)) : none);
        assertThat(hill.list("asked")).isEqualTo("failed UnusableAnswer: a later page says that there is none");
        assertThat(hill.ids()).containsExactly("0", "1");
        hill.answer(request -> none);
        hill.asked.clear();
        assertThat(hill.list("asked")).startsWith("unsupported");
        assertThat(hill.asked).hasSize(2);
    }

    @Test
    void anItemThatLacksWhatIsAlwaysSentIsKeptAndTheListIsNotWhole() {
        try (Replies proven = new Replies("""
                service: hill
                url: "https://hill.example"
                calls:
                  disks: {get: /disks, items: disks, id: id, each: [encrypted], paging: none}
                """)) {
            proven.bodies("{\"disks\":[{\"id\":\"a\",\"zone\":\"\"},{\"id\":\"b\",\"encrypted\":false}]}");
            assertThat(proven.list("disks"))
                    .isEqualTo("failed UnusableAnswer: of an item it leaves out what is always sent (encrypted)");
            assertThat(proven.ids()).containsExactly("a", "b");
            assertThat(proven.came.get(0).get("encrypted")).isInstanceOf(Unknown.class);
            assertThat(proven.came.get(0).has("zone"))
                    .as("an empty name is none")
                    .isFalse();
        }
    }
}
