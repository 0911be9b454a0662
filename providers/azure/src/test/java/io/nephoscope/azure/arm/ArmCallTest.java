package io.nephoscope.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.azure.arm.ArmStub.Asked;
import io.nephoscope.azure.arm.ArmStub.Reply;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmCallTest {
    private static final ArmCall RULES = ArmCall.get(
            "FirewallRules_ListByServer", "Microsoft.Sql/servers/firewallRules/read", "/firewallRules", "2021-11-01");
    private static final String SERVER = "/subscriptions/1/resourceGroups/g/providers/Microsoft.Sql/servers/s";

    @Test
    void namesAreEncodedAndStayNames() {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok("{'name':'x'}"))) {
            String id = "/subscriptions/1/resourceGroups/组 (a) 100%/providers/Microsoft.Sql/servers/s";

            assertThat(RULES.at(stub.site(), id)).isEqualTo(Outcome.value(Doc.of("name", "x")));
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
            assertThat(RULES.at(stub.site(), id).cause("", "").outcome()).isEqualTo(Status.FAILED);
            assertThat(RULES.all(stub.site(), id).cause("", "").outcome()).isEqualTo(Status.FAILED);
            assertThat(stub.asked()).isEmpty();
        }
    }

    @Test
    void theNextPageIsAskedWhereTheFirstOneWasWhateverTheLinkSays() {
        try (ArmStub stub = new ArmStub(
                asked -> Reply.ok(
                        asked.path().contains("skip")
                                ? "{'value':[{'n':2}]}"
                                : "{'value':[{'n':1}],'nextLink':'https://elsewhere.example/next%20page?api-version=1&$skiptoken=a b'}"))) {
            assertThat(RULES.all(stub.site(), SERVER))
                    .isEqualTo(Outcome.value(DocList.of(Doc.of("n", 1L), Doc.of("n", 2L))));
            assertThat(stub.asked().get(1))
                    .isEqualTo(new Asked("management.example", "/next%20page?api-version=1&$skiptoken=a%20b", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':[{'n':1}],'nextLink':'https://management.example/again'}",
                "{'value':[{'n':1}],'nextLink':'/relative'}",
                "{'value':[{'n':1}],'nextLink':'::'}",
                "{'value':[{'n':1}],'nextLink':7}",
                "{'value':{'n':1}}",
                "{}"
            })
    void aListWithoutAnHonestEndIsAGap(String answer) {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok(answer))) {
            assertThat(RULES.all(stub.site(), SERVER).cause("", "").outcome()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void anItemThatIsNoObjectIsOneBadItem() {
        try (ArmStub stub = new ArmStub(asked -> Reply.ok("{'value':[null,{'n':1}],'nextLink':null}"))) {
            assertThat(RULES.all(stub.site(), SERVER))
                    .isEqualTo(Outcome.value(DocList.of(Doc.empty(), Doc.of("n", 1L))));
        }
    }

    @Test
    void errorsMeanWhatTheCallSaysTheyMean() {
        String missing = "{\"error\":{\"code\":\"NoSuchRules\",\"message\":\"None.\"}}";
        try (ArmStub stub = new ArmStub(asked -> new Reply(404, missing, Map.of()))) {
            assertThat(RULES.absentOn("NoSuchRules").at(stub.site(), SERVER)).isEqualTo(Outcome.absent());
            assertThat(RULES.at(stub.site(), SERVER).cause("", "").outcome()).isEqualTo(Status.FAILED);
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
            assertThat(RULES.at(stub.site(), SERVER).cause("", "").message()).contains("longer than 32 MB");
        }
    }
}
