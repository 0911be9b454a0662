package io.nephoscope.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.azure.arm.ArmStub.Asked;
import io.nephoscope.azure.arm.ArmStub.Reply;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmCallTest {
    private static final ArmCall RULES = ArmCall.list(
            "FirewallRules_ListByServer", "Microsoft.Sql/servers/firewallRules/read", "/firewallRules", "2021-11-01");
    private static final ArmCall RULE = rule("properties");

    private static ArmCall rule(String holding) {
        return ArmCall.of(
                Proof.holding(holding),
                "FirewallRules_ListByServer",
                "Microsoft.Sql/servers/firewallRules/read",
                "/firewallRules",
                "2021-11-01");
    }

    private static final String SERVER = "/subscriptions/1/resourceGroups/g/providers/Microsoft.Sql/servers/s";

    @Test
    void namesAreEncodedAndStayNames() {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok("{'name':'x','properties':{}}"))) {
            String id = "/subscriptions/1/resourceGroups/组 (a) 100%/providers/Microsoft.Sql/servers/s";

            assertThat(RULE.resource(stub.site(), id))
                    .isEqualTo(Outcome.value(Doc.of("name", "x", "properties", Doc.empty())));
            assertThat(stub.asked())
                    .containsExactly(new Asked(
                            "management.example",
                            "/subscriptions/1/resourceGroups/%E7%BB%84%20(a)%20100%25/providers/Microsoft.Sql/servers/s"
                                    + "/firewallRules?api-version=2021-11-01",
                            ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "subscriptions/1",
                "/subscriptions/1/../2",
                "/subscriptions/./1",
                "//evil.example/x",
                "/subscriptions/1?api-version=1",
                "/subscriptions/1#x",
                "/subscriptions\\1",
                "https://evil.example/"
            })
    void whatIsNoPathOfNamesIsNotSent(String id) {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok("{}"))) {
            assertThat(RULE.resource(stub.site(), id).cause("", "").outcome()).isEqualTo(Status.FAILED);
            assertThat(RULES.resources(stub.site(), id).cause("", "").outcome()).isEqualTo(Status.FAILED);
            assertThat(stub.asked()).isEmpty();
        }
    }

    @Test
    void theNextPageIsAskedWhereTheFirstOneWasWhateverTheLinkSays() {
        try (ArmStub stub = new ArmStub(
                asked -> Reply.ok(
                        asked.path().contains("skip")
                                ? "{'value':[{'n':2,'properties':{}}]}"
                                : "{'value':[{'n':1,'properties':{}}],'nextLink':'https://elsewhere.example/next%20page?api-version=1&$skiptoken=a b'}"))) {
            assertThat(RULES.resources(stub.site(), SERVER))
                    .isEqualTo(Outcome.value(DocList.of(
                            Doc.of("n", 1L, "properties", Doc.empty()), Doc.of("n", 2L, "properties", Doc.empty()))));
            assertThat(stub.asked().get(1))
                    .isEqualTo(new Asked("management.example", "/next%20page?api-version=1&$skiptoken=a%20b", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':[{'n':1,'properties':{}}],'nextLink':'https://management.example/again'}",
                "{'value':[{'n':1,'properties':{}}],'nextLink':'/relative'}",
                "{'value':[{'n':1,'properties':{}}],'nextLink':'::'}",
                "{'value':[{'n':1,'properties':{}}],'nextLink':7}",
                "{'value':{'n':1}}",
                "{}"
            })
    void aListWithoutAnHonestEndIsAGap(String answer) {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(answer))) {
            assertThat(RULES.resources(stub.site(), SERVER).cause("", "").outcome())
                    .isEqualTo(Status.FAILED);
        }
    }

    /** An item that is no object, and one without its properties: both are handed on, and neither is passed over. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "{'n':2}", "{'n':2,'properties':null}", "{'n':2,'properties':'x'}", "'x'", "[]"})
    void anItemThatComesInPartIsOneBadItemAndTheListIsNotWhole(String item) {
        List<Doc> came = new ArrayList<>();
        try (ArmStub stub =
                new ArmStub(asked -> Reply.ok("{'value':[" + item + ",{'n':1,'properties':{}}],'nextLink':null}"))) {
            assertThat(RULES.pages(stub.site(), SERVER, came::add)
                            .cause("", "")
                            .message()
                            .en())
                    .isEqualTo("of an item it leaves out what is always sent (properties)");
            assertThat(came).hasSize(2);
            assertThat(came.get(0).get("properties")).isInstanceOf(Unknown.class);
            assertThat(came.get(1)).isEqualTo(Doc.of("n", 1L, "properties", Doc.empty()));
            assertThat(RULES.resources(stub.site(), SERVER).cause("", "").outcome())
                    .isEqualTo(Status.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'message':'Service Unavailable'} | it leaves out what is always sent (properties.state)",
                "{'properties':null} | it leaves out what is always sent (properties.state)",
                "{'properties':'x'} | it leaves out what is always sent (properties.state)",
                "{'properties':{}} | it leaves out what is always sent (properties.state)",
                "{'properties':{'state':''}} | it leaves out what is always sent (properties.state)",
                "{'properties':{'state':'a','state':'b'}} | it is not JSON, says a key twice, or breaks off",
                "{'properties':{'state':'a'}} {} | it is not JSON, says a key twice, or breaks off",
                "[{'properties':{'state':'a'}}] | it is JSON, and no object",
                "null | it is JSON, and no object"
            })
    void aResourceThatLacksWhatIsAlwaysSentIsNoAnswer(String answer, String why) {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(answer))) {
            assertThat(rule("properties.state")
                            .resource(stub.site(), SERVER)
                            .cause("", "")
                            .message()
                            .en())
                    .isEqualTo("UnusableAnswer: " + why);
        }
    }

    @Test
    void anEmptyTextIsAbsentAndTheEmptyValueOfATagIsNot() {
        try (ArmStub stub =
                new ArmStub(asked -> Reply.ok("{'managedBy':'','tags':{'reviewed':''},'properties':{'zone':''}}"))) {
            assertThat(RULE.resource(stub.site(), SERVER))
                    .isEqualTo(Outcome.value(Doc.of("tags", Doc.of("reviewed", ""), "properties", Doc.empty())));
        }
    }

    @Test
    void errorsMeanWhatTheCallSaysTheyMean() {
        String missing = "{\"error\":{\"code\":\"NoSuchRules\",\"message\":\"None.\"}}";
        try (ArmStub stub = new ArmStub(asked -> new Reply(404, missing, Map.of()))) {
            assertThat(RULE.absentOn("NoSuchRules").resource(stub.site(), SERVER))
                    .isEqualTo(Outcome.absent());
            assertThat(RULE.resource(stub.site(), SERVER).cause("", "").outcome())
                    .isEqualTo(Status.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>Not found</html>", "{\"error\":{}}"})
    void aPageDoesNotSayThatThereIsNoneOrThatItIsGone(String body) {
        try (ArmStub stub = new ArmStub(asked -> new Reply(404, body, Map.of()))) {
            assertThat(RULE.absentOn("NoSuchRules").resource(stub.site(), SERVER))
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void aSubscriptionThatDoesNotHaveAServiceHasNoneOfItsResources() {
        String missing = "{\"error\":{\"code\":\"MissingSubscriptionRegistration\",\"message\":\"Not registered.\"}}";
        try (ArmStub stub = new ArmStub(asked -> new Reply(409, missing, Map.of()))) {
            assertThat(RULES.listing()
                            .pages(stub.site(), SERVER, item -> {})
                            .cause("", "")
                            .outcome())
                    .isEqualTo(Status.UNSUPPORTED);
        }
    }

    @Test
    void anAnswerThatIsLongerThanAnyHonestOneIsNotKept() {
        String endless = "{\"value\":\"" + "x".repeat(33 << 20) + "\"}";
        try (ArmStub stub = new ArmStub(asked -> new Reply(200, endless, Map.of()))) {
            assertThat(RULE.resource(stub.site(), SERVER)
                            .cause("", "")
                            .message()
                            .en())
                    .contains("longer than 32 MB");
        }
    }
}
