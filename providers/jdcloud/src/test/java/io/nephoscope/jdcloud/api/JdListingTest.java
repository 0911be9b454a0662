package io.nephoscope.jdcloud.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which products page, and those in which pages go wrong. */
class JdListingTest {
    private static final JdCall CALL = JdCall.get("vm", "describeInstances", "/regions/{regionId}/instances")
            .lists("instances");
    private static final JdCredentials KEY = new JdCredentials("key", "secret", Optional.empty());

    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(5), 1, 1, Duration.ZERO, Duration.ZERO, 10_000), Pace.REAL);
    private final List<Request> sent = new ArrayList<>();
    private final List<String> came = new ArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    private Outcome<Integer> list(IntFunction<String> page) {
        return list(CALL, Question.ALL, page);
    }

    private Outcome<Integer> list(JdCall call, Question question, IntFunction<String> page) {
        Clock clock = Clock.systemUTC();
        JdEndpoints endpoints = new JdEndpoints(Optional.empty(), Map.of());
        JdClient client = new JdClient(
                request -> {
                    sent.add(request);
                    return new Reply(200, Map.of(), page.apply(sent.size()));
                },
                endpoints,
                KEY,
                clock);
        JdAccount account = new JdAccount(
                client, new S3Client(request -> new Reply(500, Map.of(), ""), endpoints, KEY, clock), List.of(), clock);
        Site site = Site.of("jdcloud", new Scope("", "1", "cn-north-1"), account, new JdFailures(KEY), gateway);
        return JdListing.walk(site, call, question, "id", item -> came.add(item.text("id")));
    }

    private static String page(Object total, int from, int to) {
        String items = IntStream.range(from, to)
                .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(","));
        return "{\"requestId\":\"r\",\"result\":{\"totalCount\":" + total + ",\"instances\":[" + items + "]}}";
    }

    private static void assertGap(Outcome<Integer> outcome, String why) {
        assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.FAILED);
        assertThat(outcome.cause("", "").message().en()).contains(why);
    }

    @Test
    void pagesAreReadUntilAllHaveCome() {
        assertThat(list(page -> page(250, (page - 1) * 100, Math.min(250, page * 100))))
                .isEqualTo(Outcome.value(250));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).query()).containsEntry("pageNumber", "3").containsEntry("pageSize", "100");
    }

    @Test
    void whatIsOfTheAccountIsAskedWhereItLivesAndSignedForThere() {
        JdCall home = CALL.onlyIn("cn-south-1");
        assertThat(home.isRegional()).isFalse();
        assertThat(list(home, Question.ALL, page -> page(0, 0, 0))).isEqualTo(Outcome.value(0));
        assertThat(sent.get(0).path()).isEqualTo("/v1/regions/cn-south-1/instances");
        assertThat(sent.get(0).headers().get("authorization")).contains("/cn-south-1/vm/");
    }

    @Test
    void whatADefaultWouldHideIsAskedForInEveryCombination() {
        JdCall narrowed = CALL.narrowedBy("bootMode", "bios", "bios", "uefi")
                .filteredBy("type", "alb", "alb", "nlb")
                .filteredBy("azType", "standard", "all");
        assertThat(narrowed.questions())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(question -> assertThat(question.query())
                        .containsEntry("filters.1.name", "type")
                        .containsEntry("filters.1.operator", "eq")
                        .containsEntry("filters.2.name", "azType")
                        .containsEntry("filters.2.values.1", "all"));
        assertThat(narrowed.operation().defaults().narrowing())
                .extracting(Defaults.Narrowing::parameter)
                .containsExactly("bootMode", "type", "azType");
    }

    @Test
    void noItemsAreOneCall() {
        assertThat(list(page -> page(0, 0, 0))).isEqualTo(Outcome.value(0));
        assertThat(list(page -> "{\"result\":{\"totalCount\":0}}")).isEqualTo(Outcome.value(0));
        assertThat(sent).hasSize(2);
    }

    @Test
    void aLastPageThatComesAgainIsNotReadTwice() {
        assertThat(list(page -> page(150, page == 1 ? 0 : 100, page == 1 ? 100 : 150)))
                .isEqualTo(Outcome.value(150));
        assertThat(came).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void fewerItemsThanThereAreIsAGap() {
        assertGap(list(page -> page(120, 0, 100)), "totalCount says 120, 100 came");
        assertThat(came).hasSize(100);
        assertThat(sent).hasSize(2);
    }

    @Test
    void anEmptyPageBeforeTheEndIsAGap() {
        assertGap(list(page -> page == 1 ? page(500, 0, 100) : page(500, 0, 0)), "totalCount says 500, 100 came");
    }

    @Test
    void aTotalWithoutEndIsNotBelieved() {
        assertGap(list(page -> page(Long.MAX_VALUE, 0, 100)), "totalCount says 9223372036854775807, 100 came");
        assertThat(sent).hasSize(2);
    }

    @Test
    void smallerPagesThanWereAskedForAreReadOn() {
        assertThat(list(page -> page(60, (page - 1) * 20, page * 20))).isEqualTo(Outcome.value(60));
    }

    @Test
    void itemsThatCameOrWentMeanwhileDoNotMatterWhileAllAreThere() {
        assertThat(list(page -> page == 1 ? page(150, 0, 100) : page(149, 100, 149)))
                .isEqualTo(Outcome.value(149));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-1", "\"120\"", "1.5", "[]"})
    void aListingThatDoesNotSayHowManyThereAreIsAGap(String total) {
        assertGap(list(page -> page(total, 0, 5)), "(totalCount)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalCount\":3}",
                "{\"totalCount\":3,\"instances\":null}",
                "{\"totalCount\":3,\"instances\":{}}",
                "{\"totalCount\":3,\"instances\":\"\"}"
            })
    void aResultWithoutItsListIsAGap(String result) {
        assertGap(list(page -> "{\"result\":" + result + "}"), "leaves out what it lists (instances)");
    }

    @Test
    void anItemThatIsNoObjectIsOneBadItem() {
        assertThat(list(page -> "{\"result\":{\"totalCount\":2,\"instances\":[7,{\"id\":\"a\"}]}}"))
                .isEqualTo(Outcome.value(2));
        assertThat(came).containsExactly("", "a");
    }

    @Test
    void pagesAreAskedForWhereTheProductWantsThem() {
        Paging inReq = new Paging(Paging.Place.REQ, "pageIndex", "pageSize", "totalCount", 100);
        JdCall call = JdCall.post("waf", "listMainCfg", "/regions/{regionId}/wafInstanceIds/{wafInstanceId}/x")
                .lists("instances", inReq);
        Question question = Question.of("wafInstanceId", "waf-1").asking("req", Doc.of("wafInstanceId", "waf-1"));
        assertThat(list(call, question, page -> page(150, (page - 1) * 100, Math.min(150, page * 100))))
                .isEqualTo(Outcome.value(150));
        assertThat(sent)
                .extracting(Request::body)
                .containsExactly(
                        "{\"req\":{\"wafInstanceId\":\"waf-1\",\"pageIndex\":1,\"pageSize\":100}}",
                        "{\"req\":{\"wafInstanceId\":\"waf-1\",\"pageIndex\":2,\"pageSize\":100}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a?b", "a#b", "a\\\\b", "a\\nb"})
    void anIdThatWouldLeadElsewhereIsNotSent(String id) {
        JdCall call = JdCall.get("vm", "describeThing", "/things/{id}").lists("instances");
        Outcome<Integer> outcome =
                list(call, Question.of("id", id.replace("\\n", "\n").replace("\\\\", "\\")), page -> page(0, 0, 0));
        assertGap(outcome, "not sent");
        assertThat(sent).isEmpty();
    }
}
