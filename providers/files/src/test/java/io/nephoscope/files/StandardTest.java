package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of the standard, in tables and in JSON. */
class StandardTest {
    private static final String CSV = """
            class,native_id,name,addresses,domains,owner,branch,mlps_level,environment,region,account,vendor,product,protects,observed_at,valid_until,tag:Env,facet:publicAddresses,facet:running,Rack
            compute.vm,vm-1,门户,10.0.0.1; 10.1.0.0/16,*.Example.com,ops,Cellar,三级,prod,east,a-1,Acme,Hypervisor,,2026-01-01,2026-12-31T08:00:00+08:00,prod,203.0.113.7,yes,7
            security.waf,waf-1,,,,,/Group/Hills,,,,,,,address:10.0.0.0/8; domain:*.example.com; tag:Env=prod; id:vm-1; class:web.entry,,,,,,
            compute.vm,vm-2,,none,,,,,,,,,,,,,,none,no,
            """;
    private static final String FIRST = """
            {"class": "compute.vm", "native_id": "vm-1", "name": "门户", "addresses": ["10.0.0.1", "10.1.0.0/16"],\
             "domains": ["*.example.com"], "owner": "ops", "branch": "Cellar", "mlps_level": 3, "environment": "prod",\
             "region": "east", "account": "a-1", "vendor": "Acme", "product": "Hypervisor", "observed_at": "2026-01-01",\
             "valid_until": "2026-12-31T00:00:00Z", "tags": {"Env": "prod"},\
             "facets": {"publicAddresses": ["203.0.113.7"], "running": true}, "Rack": 7}""";
    private static final String SECOND = """
            {"class": "security.waf", "native_id": "waf-1", "branch": "/Group/Hills", "protects": ["address:10.0.0.0/8",\
             "domain:*.example.com", "tag:Env=prod", "id:vm-1", "class:web.entry"], "name": null}""";
    private static final String THIRD = """
            {"class": "compute.vm", "native_id": "vm-2", "addresses": [], "facets": {"publicAddresses": [], "running": false}}""";

    @TempDir
    private Path folder;

    @Test
    void theSameAssetsComeOutOfATableOfLinesAndOfAnArray() throws Exception {
        List<String> table = assets("a.csv", CSV);

        assertThat(table).hasSize(3);
        assertThat(assets("a.ndjson", FIRST + "\n\n" + SECOND + "\n" + THIRD + "\n"))
                .isEqualTo(table);
        assertThat(assets("a.json", "[" + FIRST + ",\n" + SECOND + ", " + THIRD + "]"))
                .isEqualTo(table);
        assertThat(assets("a.json", FIRST + "\n" + SECOND + THIRD)).isEqualTo(table);
        assertThat(assets("a.dat", FIRST + "\n" + SECOND + "\n" + THIRD)).isEqualTo(table);
        assertThat(assets("a.dat", CSV)).isEqualTo(table);
    }

    @Test
    void everyFieldOfTheStandardIsAnAttribute() throws Exception {
        Asset asset = read("a.csv", CSV).asset("vm-1");
        Doc attributes = asset.attributes();

        assertThat(attributes.keys())
                .startsWith(Field.ALL.stream().map(Field::name).toArray(String[]::new));
        assertThat(attributes.list("addresses")).isEqualTo(DocList.of("10.0.0.1", "10.1.0.0/16"));
        assertThat(attributes.list("domains")).isEqualTo(DocList.of("*.example.com"));
        assertThat(attributes.get("mlps_level")).isEqualTo(3L);
        assertThat(attributes.text("observed_at")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(attributes.text("valid_until")).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(attributes.doc("columns")).isEqualTo(Doc.of("Rack", "7"));
        assertThat(((Doc) asset.tags()).get("Env")).isEqualTo("prod");
        assertThat(asset.scope()).isEqualTo(new Scope("Group/Hills/Cellar", "a", "east"));
    }

    @Test
    void whatARowDoesNotSayIsUnknownAndNotNo() throws Exception {
        Asset asset = read("a.csv", CSV).asset("waf-1");

        assertThat(asset.attributes().get("owner")).isInstanceOfSatisfying(Unknown.class, owner -> {
            assertThat(owner.causes().get(0).outcome()).isEqualTo(Status.NOT_SAID);
            assertThat(owner.causes().get(0).message().en()).isEqualTo("owner");
        });
        assertThat(asset.attributes().get("mlps_level")).isInstanceOf(Unknown.class);
        assertThat(asset.scope().branch()).isEqualTo("Group/Hills");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Group/Hills",
        "Hills, Group/Hills",
        "Cellar, Group/Hills/Cellar",
        "Cellar/Rack 1, Group/Hills/Cellar/Rack 1",
        "Group/Hills/Cellar, Group/Hills/Cellar",
        "/Group/Hills/Cellar, Group/Hills/Cellar",
        "/Group/Hills, Group/Hills"
    })
    void aRowBelongsToItsBranchOrToOneBelow(String given, String branch) throws Exception {
        Seen seen = read("a.csv", "class,native_id,branch\ncompute.vm,vm-1," + given + "\n");
        assertThat(seen.asset("vm-1").scope().branch()).isEqualTo(branch);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Group/Harbour | "/Group/Harbour" is not below Group/Hills, the branch to which this file belongs; give it to the account of that branch
            /Group/Hillside | "/Group/Hillside" is not below Group/Hills, the branch to which this file belongs; give it to the account of that branch
            ../Harbour | "../Harbour" is no path of branches, as Cellar or /Lakeside Group/Hills/Cellar
            a//b | "a//b" is no path of branches, as Cellar or /Lakeside Group/Hills/Cellar
            """)
    void aRowThatLeavesTheBranchIsRefused(String given, String reason) throws Exception {
        Seen seen = read("a.csv", "class,native_id,branch\ncompute.vm,vm-1," + given + "\ncompute.vm,vm-2,\n");
        assertThat(seen.assets).extracting(Asset::nativeId).containsExactly("vm-2");
        assertThat(seen.unit("compute.vm").listing().message().en())
                .isEqualTo("1 of 2 rows could not be read: a.csv, line 2, column branch: " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mlps_level  | 六级                  | "六级" is no level from 1 to 5
            mlps_level  | 0                    | "0" is no level from 1 to 5
            observed_at | 2026-02-30           | "2026-02-30" is no day, as 2026-01-31, and no time with its zone, as 2026-01-31T00:00:00Z
            addresses   | 10.0.0.300           | "10.0.0.300" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no address, and leave empty what is not known
            domains     | shop_.-x             | "shop_.-x" is no domain name, as shop.example.com or *.example.com
            protects    | 10.0.0.0/8           | "10.0.0.0/8" is no selector; one begins with address:, domain:, tag:, id:, class:
            protects    | address:host         | "host" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8
            protects    | class:web.entri      | there is no class "web.entri" (did you mean web.entry?)
            protects    | tag:prod             | "tag:prod" is no tag with its value, as tag:Env=prod
            protects    | id:                  | "id:" selects nothing; write what comes after the colon
            """)
    void aBadValueCostsItsFieldAndSaysWhatItShouldBe(String column, String text, String reason) throws Exception {
        Seen seen = read("a.csv", "class,native_id," + column + "\ncompute.vm,vm-1," + text + "\n");

        assertThat(seen.assets).hasSize(1);
        assertThat(seen.unread()).containsExactly("a.csv, line 2, column " + column + ": " + reason);
    }

    @Test
    void aBadItemOfAListCostsThatItem() throws Exception {
        Seen seen = read("a.csv", "class,native_id,addresses\ncompute.vm,vm-1,10.0.0.1; x; 10.0.0.2\n");
        DocList addresses = seen.asset("vm-1").attributes().list("addresses");
        assertThat(addresses.get(0)).isEqualTo("10.0.0.1");
        assertThat(addresses.get(1)).isInstanceOf(Unknown.class);
        assertThat(addresses.get(2)).isEqualTo("10.0.0.2");
    }

    @Test
    void whatHeldUntilYesterdayIsNoLongerKnown() throws Exception {
        Seen seen = read("a.csv", """
                class,native_id,facet:encrypted,valid_until
                storage.disk,old,yes,2020-01-01
                storage.disk,new,yes,2999-01-01
                """);
        assertThat(facet(seen.asset("new"), "encrypted")).isEqualTo(true);
        assertThat(facet(seen.asset("old"), "encrypted")).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.causes().get(0).outcome()).isEqualTo(Status.NOT_SAID);
            assertThat(unknown.causes().get(0).message().en())
                    .isEqualTo("facet:encrypted, since what it says held until 2020-01-01T00:00:00Z");
        });
    }

    @Test
    void aBrokenLineCostsThatLine() throws Exception {
        Seen seen = read("a.ndjson", FIRST + "\n{\"class\": \n[1]\n" + THIRD + "\n");

        assertThat(seen.assets).hasSize(2);
        assertThat(seen.units).allMatch(Unit::isGap);
        assertThat(seen.unit("compute.vm").listing().message().en())
                .startsWith("2 of 4 rows could not be read: a.ndjson, line 2: this is not JSON (")
                .endsWith("; and 1 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"class": "compute.vm", "native_id": "1"}, {"class" | 1 | from here on this is not JSON, and nothing more was read
            [{"class": "compute.vm", "native_id": "1"}           | 1 | nothing more was read (Unexpected end-of-input: expected close marker for Array)
            [{"class": "compute.vm", "native_id": "1"}] []       | 1 | the array does not end where the file ends
            [{"class": "compute.vm", "native_id": "1"}, 5]       | 1 | here should be a JSON object, one for each asset
            """)
    void whereAnArrayBreaksTheRestIsLostAndSaysSo(String json, int assets, String reason) throws Exception {
        Seen seen = read("a.json", json);
        assertThat(seen.assets).hasSize(assets);
        assertThat(seen.unit("compute.vm").listing().message().en()).contains(reason);
        assertThat(seen.units).allMatch(Unit::isGap);
    }

    @Test
    void aFacetThatNoClassHasIsAFaultOfItsRow() throws Exception {
        Seen seen = read(
                "a.json",
                "[{\"class\": \"storage.disk\", \"native_id\": \"d\", \"facets\": {\"encripted\": true, \"running\": true}}]");
        assertThat(seen.unread())
                .containsExactly(
                        "a.json, line 1, column facet:encripted: no class has a facet encripted (did you mean encrypted?)",
                        "a.json, line 1, column facet:running: the class storage.disk has no facet running; leave the"
                                + " cell empty");
    }

    @Test
    void whereAnAssetIsAreFacetsOfTheKindsThatHaveThem() throws Exception {
        Seen seen = read("a.csv", """
                class,native_id,addresses,domains,facet:publicAddresses
                web.entry,shop,10.0.0.1,shop.example.com,
                compute.vm,dark,,,203.0.113.7
                compute.vm,lost,,,
                """);
        assertThat(facet(seen.asset("shop"), "domains")).isEqualTo(DocList.of("shop.example.com"));
        assertThat((DocList) facet(seen.asset("dark"), "addresses"))
                .as("its other addresses nobody wrote down")
                .hasSize(2)
                .contains("203.0.113.7")
                .anyMatch(Unknown.class::isInstance);
        assertThat(facet(seen.asset("lost"), "addresses")).isInstanceOf(Unknown.class);
    }

    @Test
    void aFacetThatIsAFieldOfTheStandardMayBeCalledEither() throws Exception {
        Seen seen = read(
                "a.json",
                "[{\"class\": \"web.entry\", \"native_id\": \"shop\", \"facets\": {\"domains\": [\"Shop.example.com\"]}}]");
        assertThat(seen.asset("shop").attributes().get("domains")).isEqualTo(DocList.of("shop.example.com"));
        assertThat(facet(seen.asset("shop"), "domains")).isEqualTo(DocList.of("shop.example.com"));
    }

    @Test
    void jsonOfAChineseSystemIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "[" + FIRST + "]", Charset.forName("GB18030"));
        assertThat(collect(file).asset("vm-1").name()).isEqualTo("门户");
    }

    private static Object facet(Asset asset, String name) {
        return asset.type().facetsOf(asset.attributes()).get(name);
    }

    /** Everything of each asset, as text. */
    private List<String> assets(String name, String text) throws Exception {
        return read(name, text).assets.stream().map(Asset::toString).toList();
    }

    private Seen read(String name, String text) throws Exception {
        return collect(write(name, text));
    }

    private Seen collect(Path file) throws Exception {
        return Seen.collect(
                new Target("files", "Group/Hills", "hills", List.of(), Map.of("path", file.toString()), folder));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
