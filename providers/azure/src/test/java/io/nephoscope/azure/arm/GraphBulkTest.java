package io.nephoscope.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.azure.arm.ArmStub.Reply;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphBulkTest {
    private static final GraphListing DISKS = GraphListing.of(GraphTable.RESOURCES, "Microsoft.Compute/disks");
    private static final GraphListing CARDS =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/networkInterfaces");

    private static String page(long total, String more, String... rows) {
        return "{'totalRecords':%d,'count':%d,'data':[%s],'resultTruncated':'false'%s}"
                .formatted(total, rows.length, String.join(",", rows), more);
    }

    private static String disk(int number) {
        return "{'id':'/D/%d','type':'microsoft.compute/disks','properties':{}}".formatted(number);
    }

    private static String card(int number) {
        return "{'id':'/n/%d','type':'Microsoft.Network/NetworkInterfaces','properties':{}}".formatted(number);
    }

    private static Map<Shared, Outcome<Integer>> list(Site site, List<String> came) {
        Map<Shared, Consumer<Doc>> walks = new LinkedHashMap<>();
        walks.put(DISKS, disk -> came.add("disk " + disk.text("id")));
        walks.put(CARDS, card -> came.add("card " + card.text("id")));
        return DISKS.bulk().list(site, walks);
    }

    @Test
    void oneQueryListsSeveralTypesPageByPage() {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(
                asked.body().contains("skipToken")
                        ? page(3, "", card(2))
                        : page(3, ",'$skipToken':'t'", disk(1), card(1))))) {
            List<String> came = new ArrayList<>();

            assertThat(list(stub.site(), came)).isEqualTo(Map.of(DISKS, Outcome.value(1), CARDS, Outcome.value(2)));
            assertThat(came).containsExactly("disk /D/1", "card /n/1", "card /n/2");
            assertThat(stub.asked())
                    .hasSize(2)
                    .allSatisfy(asked -> assertThat(asked.body())
                            .contains("\"subscriptions\":[\"1\"]")
                            .contains("type in~ ('microsoft.compute/disks', 'microsoft.network/networkinterfaces')")
                            .contains("order by id asc"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'totalRecords':2,'count':1,'data':[{'id':'/d/1','type':'microsoft.compute/disks','properties':{}}]}",
                "{'totalRecords':1,'count':2,'data':[{'id':'/d/1','type':'microsoft.compute/disks','properties':{}}]}",
                "{'totalRecords':1,'count':1,'data':[{'id':'/d/1','type':'microsoft.compute/disks','properties':{}}],'resultTruncated':'true'}",
                "{'totalRecords':1,'count':1,'data':[{'id':'/v/1','type':'microsoft.compute/virtualmachines','properties':{}}]}",
                "{'totalRecords':1,'count':1,'data':[{'id':'/v/1','properties':{}}]}",
                "{'totalRecords':1,'count':1,'data':[null]}",
                "{'totalRecords':1,'count':1,'data':'none'}",
                "{'count':0,'data':[]}",
                "{'totalRecords':9,'count':0,'data':[],'$skipToken':'again'}",
                "[]",
                "",
                "<html></html>",
                "{'totalRecords':1,"
            })
    void anAnswerThatDoesNotAddUpIsAGapForEveryType(String answer) {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(answer))) {
            assertThat(list(stub.site(), new ArrayList<>()).values())
                    .hasSize(2)
                    .allSatisfy(outcome ->
                            assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.FAILED));
        }
    }

    /** A disk was deleted between two pages: the count is right the second time, and no resource is handed on twice. */
    @Test
    void whereTheCountMovesBetweenTwoPagesTheQueryIsAskedOnceMore() {
        AtomicInteger first = new AtomicInteger();
        try (ArmStub stub = new ArmStub(asked -> {
            if (asked.body().contains("skipToken")) {
                return Reply.ok(page(2, "", disk(2)));
            }
            return Reply.ok(page(first.getAndIncrement() == 0 ? 3 : 2, ",'$skipToken':'t'", disk(1)));
        })) {
            List<String> came = new ArrayList<>();

            assertThat(list(stub.site(), came).get(DISKS)).isEqualTo(Outcome.value(2));
            assertThat(came).containsExactly("disk /D/1", "disk /D/2");
            assertThat(stub.asked()).hasSize(4);
        }
    }

    @Test
    void whereTheCountNeverComesToRestItIsAGap() {
        AtomicInteger count = new AtomicInteger(2);
        try (ArmStub stub = new ArmStub(asked -> asked.body().contains("skipToken")
                ? Reply.ok(page(count.incrementAndGet(), "", disk(2)))
                : Reply.ok(page(count.incrementAndGet(), ",'$skipToken':'t'", disk(1))))) {
            Cause cause = list(stub.site(), new ArrayList<>()).get(DISKS).cause("", "");

            assertThat(cause.outcome()).isEqualTo(Status.FAILED);
            assertThat(cause.message().en()).isEqualTo("Resource Graph counted 5 records, and then 6");
            assertThat(stub.asked()).hasSize(4);
        }
    }

    @Test
    void aResourceWithoutItsPropertiesIsThereAndItsListingIsNotWhole() {
        String bare = "{'id':'/D/1','type':'microsoft.compute/disks'}";
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(page(2, "", bare, card(1))))) {
            List<String> came = new ArrayList<>();
            Map<Shared, Outcome<Integer>> outcomes = list(stub.site(), came);

            assertThat(came).containsExactly("disk /D/1", "card /n/1");
            assertThat(outcomes.get(DISKS).cause("", ""))
                    .isEqualTo(new Cause(
                            "Microsoft.ResourceGraph:QueryResources",
                            Status.FAILED,
                            "Microsoft.Compute/disks/read",
                            new Text(
                                    "of an item it leaves out what is always sent (properties)",
                                    "列表中有一项：应答缺少必有的内容（properties）")));
            assertThat(outcomes.get(CARDS)).isEqualTo(Outcome.value(1));
        }
    }

    @Test
    void whatCameBeforeAGapIsKept() {
        try (ArmStub stub = new ArmStub(asked -> asked.body().contains("skipToken")
                ? new Reply(403, "{\"error\":{\"code\":\"AuthorizationFailed\"}}", Map.of())
                : Reply.ok(page(2, ",'$skipToken':'t'", disk(1))))) {
            List<String> came = new ArrayList<>();
            Map<Shared, Outcome<Integer>> outcomes = list(stub.site(), came);

            assertThat(came).containsExactly("disk /D/1");
            assertThat(outcomes.get(DISKS).cause("", ""))
                    .isEqualTo(new Cause(
                            "Microsoft.ResourceGraph:QueryResources",
                            Status.DENIED,
                            "Microsoft.Compute/disks/read",
                            Text.quoted("AuthorizationFailed")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*/read, , true",
        "*, , true",
        "Microsoft.Compute/*/read, , true",
        "microsoft.compute/DISKS/read, , true",
        "Microsoft.Network/*, , false",
        "*/read, Microsoft.Compute/*, false",
        "Microsoft.Compute/disks/reader, , false"
    })
    void aTypeIsProvenByTheActionThatReadsIt(String action, String notAction, boolean proven) {
        String grants = "{'value':[{'actions':['%s'],'notActions':[%s]}]}"
                .formatted(action, notAction == null ? "" : "'" + notAction + "'");
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(asked.body().isEmpty() ? grants : page(0, "")))) {
            Grants asked = Grants.of(stub.site(Grants.none()), "/subscriptions/1");

            Outcome<Integer> disks = list(stub.site(asked), new ArrayList<>()).get(DISKS);

            assertThat(disks.cause("", "").outcome()).isEqualTo(proven ? Status.VALUE : Status.DENIED);
        }
    }

    @Test
    void aGrantUnderAConditionProvesNothing() {
        String grants = "{'value':[{'actions':['*'],'notActions':[],'condition':'@Resource[x] StringEquals y'}]}";
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(asked.body().isEmpty() ? grants : page(0, "")))) {
            Grants asked = Grants.of(stub.site(Grants.none()), "/subscriptions/1");

            assertThat(list(stub.site(asked), new ArrayList<>())
                            .get(DISKS)
                            .cause("", "")
                            .outcome())
                    .isEqualTo(Status.DENIED);
        }
    }

    @Test
    void whereNothingIsLeftOfTheQuotaTheNextQueryWaits() {
        List<Duration> waits = new ArrayList<>();
        Pace pace = new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) {
                waits.add(time);
                Pace.REAL.pause(time);
            }
        };
        Map<String, String> empty =
                Map.of("x-ms-user-quota-remaining", "0", "x-ms-user-quota-resets-after", "00:00:01");
        try (ArmStub stub = new ArmStub(
                asked -> asked.body().contains("skipToken")
                        ? Reply.ok(page(2, "", disk(2)))
                        : new Reply(200, page(2, ",'$skipToken':'t'", disk(1)).replace('\'', '"'), empty),
                pace)) {
            assertThat(list(stub.site(), new ArrayList<>()).get(DISKS)).isEqualTo(Outcome.value(2));
            assertThat(waits).isNotEmpty().allSatisfy(wait -> assertThat(wait).isPositive());
        }
    }

    @Test
    void whatManyAssetsShareIsLookedUpOnceForAllRegions() {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(page(1, "", disk(1))))) {
            Site site = stub.site();

            assertThat(DISKS.byId(site.in("westeurope"), disk -> disk))
                    .isEqualTo(DISKS.byId(site.in("northeurope"), disk -> disk));
            assertThat(stub.asked()).hasSize(1);
        }
    }
}
