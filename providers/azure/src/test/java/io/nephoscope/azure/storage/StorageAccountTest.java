package io.nephoscope.azure.storage;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageAccountTest {
    private static final Unknown DENIED = denied("Microsoft.Storage:BlobContainers_List");

    private static Doc account(String properties, String... containers) {
        DocList all = DocList.copyOf(java.util.Arrays.stream(containers)
                .map(io.nephoscope.azure.Given::json)
                .toList());
        return json("{'kind':'StorageV2'}").with("properties", json(properties)).with("containers", all);
    }

    private static Object facet(Doc account, String name) {
        return type("azure.storage.account").facetsOf(account).get(name);
    }

    private static final String OPEN = "{'name':'pictures','properties':{'publicAccess':'Blob'}}";
    private static final String LISTED = "{'name':'logs','properties':{'publicAccess':'Container'}}";
    private static final String SHUT = "{'name':'orders','properties':{'publicAccess':'None'}}";
    private static final String SILENT = "{'name':'invoices','properties':{}}";
    private static final String WEBSITE = "{'name':'$web','properties':{'publicAccess':'None'}}";

    @Test
    void anAccountIsPublicByEachOfItsOpenContainers() {
        Doc account = account("{'allowBlobPublicAccess':true}", OPEN, SHUT, LISTED, SILENT);
        assertThat(facet(account, "public")).isEqualTo(true);
        assertThat(facet(account, "publicBy"))
                .isEqualTo(DocList.of(
                        "container pictures lets anyone read blobs", "container logs lets anyone list and read blobs"));
    }

    @Test
    void anAccountThatSaysNothingForbidsNothing() {
        assertThat(facet(account("{}", OPEN), "public")).isEqualTo(true);
        assertThat(facet(account("{'allowBlobPublicAccess':null}", OPEN), "public"))
                .isEqualTo(true);
        assertThat(facet(account("{}", SHUT, SILENT), "public")).isEqualTo(false);
    }

    @Test
    void anAccountThatForbidsItIsNotPublicWhateverItsContainersSay() {
        Doc account = account("{'allowBlobPublicAccess':false}", OPEN, LISTED);
        assertThat(facet(account, "public")).isEqualTo(false);
        assertThat(facet(account, "publicBy")).isEqualTo(DocList.empty());
        assertThat(facet(account, "anonymousAccessAllowed")).isEqualTo(false);
    }

    @Test
    void containersThatWereNotListedLeaveItOpen() {
        Doc account = account("{'allowBlobPublicAccess':true}").with("containers", DENIED);
        assertThat(facet(account, "public")).isEqualTo(DENIED);
        assertThat(facet(account, "anonymousAccessAllowed")).isEqualTo(DENIED);
    }

    @Test
    void whereAnonymousAccessIsForbiddenUnlistedContainersMayStillHoldAWebsite() {
        Doc account = account("{'allowBlobPublicAccess':false}").with("containers", DENIED);
        assertThat(facet(account, "anonymousAccessAllowed")).isEqualTo(false);
        assertThat(facet(account, "public")).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'publicNetworkAccess':'Disabled'",
                "'publicNetworkAccess':'disabled','networkAcls':{'defaultAction':'Allow'}",
                "'networkAcls':{'defaultAction':'Deny'}",
                "'networkAcls':{'defaultAction':'Deny','ipRules':[]}",
                "'networkAcls':{'defaultAction':'Deny','ipRules':[{'value':'203.0.113.7'},{'value':'198.51.100.0/24'}]}"
            })
    void anOpenContainerBehindAFirewallIsNotPublicAndIsNotPrivateEither(String network) {
        Doc account = account("{'allowBlobPublicAccess':true," + network + "}", OPEN, WEBSITE);
        assertThat(facet(account, "public")).isEqualTo(false);
        assertThat(facet(account, "anonymousAccessAllowed")).isEqualTo(true);
    }

    @Test
    void aFirewallThatLetsInTheInternetIsNone() {
        Doc account = account(
                "{'networkAcls':{'defaultAction':'Deny','ipRules':[{'value':'0.0.0.0/1'},{'value':'128.0.0.0/1'}]}}",
                OPEN);
        assertThat(facet(account, "public")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ipRules':[{'value':'0.0.0.0/0'}]",
                "'ipRules':[{'value':'0.0.0.0/1'},{'value':'128.0.0.0/1'}]",
                "'ipRules':[{'value':'20.0.0.0/8'}]",
                "'ipRules':[{'value':'20.0.0.0/9'},{'value':'52.0.0.0/9'}]",
                "'ipRules':[{'value':'203.0.113.7'}],'ipv6Rules':[{'value':'::/0'}]"
            })
    void rulesThatAddUpToEverybodyDenyNobody(String rules) {
        Doc account = account("{'networkAcls':{'defaultAction':'Deny'," + rules + "}}");
        assertThat(facet(account, "deniesOtherNetworks")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0.0.0.0/0'", "['0.0.0.0/0']", "[{}]", "[{'value':'everywhere'}]", "[{'value':7}]"})
    void rulesThatNobodyKnowsHowToReadDecideNothing(String rules) {
        Doc account = account("{'networkAcls':{'defaultAction':'Deny','ipRules':" + rules + "}}", OPEN);
        assertThat(facet(account, "deniesOtherNetworks")).isInstanceOf(Unknown.class);
        assertThat(facet(account, "public")).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "StorageV2, Standard, true",
        "Storage, Standard, true",
        "FileStorage, Premium, true",
        "StorageV2, Premium, false",
        "BlobStorage, Standard, false",
        "BlockBlobStorage, Premium, false"
    })
    void fileSharesAreInAccountsThatCanHoldThem(String kind, String tier, boolean holds) {
        Doc account = json("{'kind':'" + kind + "','sku':{'tier':'" + tier + "'}}");
        assertThat(facet(account, "holdsFiles")).isEqualTo(holds);
    }

    @Test
    void whetherAWebsiteIsOnIsNotGuessed() {
        Unknown untold = Unknown.because(type("azure.storage.account")
                .detail("staticWebsite")
                .orElseThrow()
                .unasked());
        assertThat(untold.causes()).extracting(Cause::outcome).containsExactly(Status.NO_API);
        Doc shut = account("{'allowBlobPublicAccess':false}", WEBSITE).with("staticWebsite", untold);
        assertThat(facet(shut, "public")).isEqualTo(untold);
        assertThat(facet(
                        account("{'allowBlobPublicAccess':true}", WEBSITE, OPEN).with("staticWebsite", untold),
                        "public"))
                .isEqualTo(true);
        assertThat(facet(account("{}", SHUT).with("staticWebsite", untold), "public"))
                .isEqualTo(false);
    }

    @Test
    void whatSomebodyAttestsOfAWebsiteCounts() {
        Doc account = account("{'allowBlobPublicAccess':false}", WEBSITE);
        assertThat(facet(account.with("staticWebsite", Doc.of("enabled", true)), "publicBy"))
                .isEqualTo(DocList.of("the static website lets anyone read the container $web"));
        assertThat(facet(account.with("staticWebsite", Doc.of("enabled", false)), "public"))
                .isEqualTo(false);
    }

    @Test
    void whatAPerimeterLetsInIsNotGuessed() {
        assertThat(facet(account("{'publicNetworkAccess':'SecuredByPerimeter'}", OPEN), "public"))
                .isInstanceOf(Unknown.class);
        assertThat(facet(account("{'publicNetworkAccess':'SecuredByPerimeter'}", SHUT), "public"))
                .isEqualTo(false);
    }

    @Test
    void aContainerThatIsOpenInAWayOfTomorrowIsUnknown() {
        assertThat(facet(account("{}", "{'name':'x','properties':{'publicAccess':'Everyone'}}"), "public"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void propertiesThatWereNotReadLeaveEverythingOpen() {
        Doc account = account("{}", OPEN).with("properties", DENIED);
        for (String facet : new String[] {"public", "insecureTransportDenied", "sharedKeyAccess", "keysMade"}) {
            assertThat(facet(account, facet)).as(facet).isEqualTo(DENIED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "StorageV2, '{}', '{''properties'':{''isVersioningEnabled'':true}}', true",
        "StorageV2, '{}', '{''properties'':{''isVersioningEnabled'':false}}', false",
        "StorageV2, '{}', '{''properties'':{}}', false",
        "BlobStorage, '{''isHnsEnabled'':false}', '{''properties'':{''isVersioningEnabled'':true}}', true",
    })
    void versionsAreKeptWhereTheBlobServiceSaysSo(String kind, String properties, String service, boolean kept) {
        assertThat(facet(account(properties).with("kind", kind).with("blobService", json(service)), "versioned"))
                .isEqualTo(kept);
    }

    @Test
    void noVersionsAreAskedForWhereThereCanBeNone() {
        Doc lake = account("{'isHnsEnabled':true}").with("blobService", DENIED);
        assertThat(facet(lake, "versioned")).isEqualTo(Absent.ABSENT);
        assertThat(facet(account("{}").with("kind", "FileStorage"), "versioned"))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(account("{}").with("blobService", DENIED), "versioned"))
                .isEqualTo(DENIED);
    }

    @Test
    void keysAreAsOldAsTheAccountWhereNothingIsRecordedOfThem() {
        assertThat(facet(account("{'creationTime':'2019-01-01T00:00:00Z'}"), "keysMade"))
                .isEqualTo("2019-01-01T00:00:00Z");
        assertThat(facet(
                        account(
                                "{'creationTime':'2019-01-01T00:00:00Z','keyCreationTime':{'key1':'2025-05-05T00:00:00Z'}}"),
                        "keysMade"))
                .isEqualTo("2019-01-01T00:00:00Z");
        assertThat(facet(account("{'keyCreationTime':{'key1':'2025-05-05T00:00:00Z'}}"), "keysMade"))
                .isEqualTo(Absent.ABSENT);
    }
}
