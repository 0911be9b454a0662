package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesProviderTest {
    @TempDir
    private Path folder;

    @Test
    void theServiceLoaderFindsTheProvider() {
        assertThat(ServiceLoader.load(Provider.class))
                .singleElement()
                .extracting(Provider::name)
                .isEqualTo("files");
    }

    @Test
    void everyKindHasAType() {
        assertThat(new FilesProvider().types())
                .allSatisfy(type -> {
                    assertThat(type.name()).isEqualTo("files." + type.kind().name());
                    assertThat(type.title()).isEqualTo(type.kind().en());
                    assertThat(type.facets())
                            .extracting(facet -> facet.name())
                            .containsAll(type.kind().facets().fields().keySet())
                            .contains("domains", "owner");
                })
                .extracting(type -> type.kind())
                .containsExactlyElementsOf(Kinds.all());
    }

    @Test
    void aRowBecomesAnAsset() throws Exception {
        Seen seen = read("""
                class,native_id,name,address,owner,branch,region,account,tag:Env,facet:running,facet:publicAddresses,Rack
                compute.vm,vm-1,web,10.0.0.1,ops@hills,Hills,east,a-1,prod,yes,203.0.113.7; 203.0.113.8,R 12
                """);

        Asset asset = seen.asset("vm-1");
        assertThat(asset.uid()).isEqualTo("files:assets:east:files.compute.vm:vm-1");
        assertThat(asset.name()).isEqualTo("web");
        assertThat(asset.scope()).isEqualTo(new Scope("Group/Hills", "assets", "east"));
        assertThat(((Doc) asset.tags()).get("Env")).isEqualTo("prod");
        assertThat(asset.attributes().text("owner")).isEqualTo("ops@hills");
        assertThat(asset.attributes().doc("columns")).isEqualTo(Doc.of("Rack", "R 12"));
        assertThat(facets(asset).get("publicAddresses")).isEqualTo(DocList.of("203.0.113.7", "203.0.113.8"));
        assertThat(facets(asset).get("running")).isEqualTo(true);
        assertThat(facets(asset).get("owner")).isEqualTo("ops@hills");
        assertThat(facets(asset).get("addresses")).isEqualTo(DocList.of("10.0.0.1", "203.0.113.7", "203.0.113.8"));
        assertThat(seen.units).noneMatch(Unit::isGap);
        assertThat(seen.ledger).allMatch(row -> row.outcome() == Status.VALUE);
    }

    @Test
    void anAssetWithoutNameOrRegionIsCalledByItsIdAndBelongsToTheWholeAccount() throws Exception {
        Asset asset =
                read("class,native_id,name,region,tag:Env\ncrypto.key,k-1,,,\n").asset("k-1");

        assertThat(asset.name()).isEqualTo("k-1");
        assertThat(asset.named()).isEqualTo(unsaid("name"));
        assertThat(asset.scope().region()).isEqualTo(Scope.GLOBAL);
    }

    @Test
    void aFileWithoutTagsLeavesThemUnknown() throws Exception {
        assertThat(read("class,native_id\ncrypto.key,k-1\n").asset("k-1").tags())
                .isEqualTo(unsaid("tags"));
        assertThat(read("class,native_id,tag:Env\ncrypto.key,k-1,\n")
                        .asset("k-1")
                        .tags())
                .isEqualTo(unsaid("tags"));
    }

    @Test
    void ofATagThatARowDoesNotGiveItSaysNothing() throws Exception {
        Asset asset = read("class,native_id,tag:Env,tag:owner\ncrypto.key,k-1,prod,\n")
                .asset("k-1");

        assertThat(asset.tags()).isEqualTo(Doc.of("Env", "prod", Doc.OTHERS, OTHER_TAGS));
        assertThat(((Doc) asset.tags()).get("owner")).isEqualTo(OTHER_TAGS);
        assertThat(asset.attributes().doc("tags").get("cost")).isEqualTo(OTHER_TAGS);
    }

    private static final Unknown OTHER_TAGS =
            Unknown.because(new Cause("files:ReadFile", Status.NOT_SAID, "", new Text("other tags", "其他标签")));

    private static Unknown unsaid(String what) {
        return Unknown.because(new Cause("files:ReadFile", Status.NOT_SAID, "", Text.quoted(what)));
    }

    @Test
    void theAccountIsTheSettingWhereItIsGiven() throws Exception {
        Path file = write("class,native_id\ncompute.vm,vm-1\n", StandardCharsets.UTF_8);
        Seen seen = Seen.collect(target(Map.of("path", file.toString(), "account", "cmdb")));
        assertThat(seen.asset("vm-1").scope().account()).isEqualTo("cmdb");
    }

    @Test
    void aFacetThatTheFileDoesNotGiveIsUnknown() throws Exception {
        Asset asset = read("class,native_id\nstorage.disk,d-1\n").asset("d-1");

        assertThat(facets(asset).get("encrypted"))
                .isEqualTo(Unknown.because(
                        new Cause("files:ReadFile", Status.NOT_SAID, "", Text.quoted("facet:encrypted"))));
    }

    @Test
    void anEmptyCellIsNoAnswer() throws Exception {
        Asset asset =
                read("class,native_id,facet:encrypted\nstorage.disk,d-1,\n").asset("d-1");

        assertThat(facets(asset).get("encrypted"))
                .isEqualTo(Unknown.because(
                        new Cause("files:ReadFile", Status.NOT_SAID, "", Text.quoted("facet:encrypted"))));
    }

    @Test
    void anObjectInACellIsReadByItsFields() throws Exception {
        Asset asset = read("""
                class,native_id,facet:internetIngress
                network.firewall,open,protocol=tcp fromPort=22 toPort=22 family=ipv4 source=0.0.0.0/0 open=true
                network.firewall,shut,none
                """).asset("open");

        assertThat(facets(asset).list("internetIngress"))
                .isEqualTo(DocList.of(Doc.of(
                        "protocol",
                        "tcp",
                        "fromPort",
                        22L,
                        "toPort",
                        22L,
                        "family",
                        "ipv4",
                        "source",
                        "0.0.0.0/0",
                        "open",
                        true)));
    }

    @Test
    void anEmptyListIsWrittenNone() throws Exception {
        Asset asset =
                read("class,native_id,facet:publicBy\ncrypto.key,k-1,none\n").asset("k-1");
        assertThat(facets(asset).get("publicBy")).isEqualTo(DocList.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsReadFromTheHeader(String delimiter) throws Exception {
        Seen seen = read("class,native_id,name\ncompute.vm,vm-1,web\n".replace(",", delimiter));
        assertThat(seen.asset("vm-1").name()).isEqualTo("web");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(read("\uFEFFclass,native_id\ncompute.vm,vm-1\n").assets).hasSize(1);
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndNewLines() throws Exception {
        Seen seen = read("class,native_id,name\r\ncompute.vm,vm-1,\"a, \"\"b\"\"\r\nc\"\r\nno.such,vm-2,\r\n");
        assertThat(seen.asset("vm-1").name()).isEqualTo("a, \"b\"\r\nc");
        assertThat(seen.unit("compute.vm").listing().message().en()).contains("line 4");
    }

    @Test
    void linesWithoutAnyTextAreNoRows() throws Exception {
        Seen seen = read("class,native_id\n\n,\ncompute.vm,vm-1\n  \n");
        assertThat(seen.assets).hasSize(1);
        assertThat(seen.units).noneMatch(Unit::isGap);
    }

    @Test
    void aRowOfAnUnknownClassIsAGapInEveryClassAndTheGoodRowsStay() throws Exception {
        Seen seen = read("""
                class,native_id
                compute.vm,vm-1
                compute.vn,vm-2
                storage.disk,d-1
                """);

        assertThat(seen.assets).hasSize(2);
        assertThat(seen.units).hasSameSizeAs(Kinds.all()).allMatch(Unit::isGap);
        assertThat(seen.unit("compute.vm").assets()).isEqualTo(1);
        assertThat(seen.unit("compute.vm").listing())
                .isEqualTo(new Cause(
                        "files:ReadFile",
                        Status.FAILED,
                        "",
                        new Text(
                                "1 of 3 rows could not be read: assets.csv, line 3, column class: there is no class"
                                        + " \"compute.vn\" (did you mean compute.vm?)",
                                "共 3 行，其中 1 行无法读取：assets.csv 第 3 行 class 列：没有类别 \"compute.vn\"（是否指 compute.vm？）")));
    }

    @Test
    void aRowWithoutAnIdIsAGapInItsClassOnly() throws Exception {
        Seen seen = read("class,native_id,name\ncompute.vm,,web\nstorage.disk,d-1,\n");

        assertThat(seen.unit("compute.vm").listing().message().en())
                .isEqualTo("1 of 2 rows could not be read: assets.csv, line 2, column native_id: the cell is empty;"
                        + " every asset needs an id");
        assertThat(seen.unit("storage.disk").isGap()).isFalse();
    }

    @Test
    void ofTwoRowsWithOneIdTheFirstStays() throws Exception {
        Seen seen = read("class,native_id,name\ncompute.vm,vm-1,first\ncompute.vm,vm-1,second\n");

        assertThat(seen.asset("vm-1").name()).isEqualTo("first");
        assertThat(seen.unit("compute.vm").listing().message().en())
                .isEqualTo("1 of 2 rows could not be read: assets.csv, line 3, column native_id: a row before this one"
                        + " has the id \"vm-1\" and the same class and region");
    }

    @Test
    void oneIdInTwoRegionsOrClassesIsTwoAssets() throws Exception {
        Seen seen = read("class,native_id,region\ncompute.vm,1,east\ncompute.vm,1,west\nstorage.disk,1,east\n");
        assertThat(seen.assets).hasSize(3);
        assertThat(seen.units).noneMatch(Unit::isGap);
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsLost() throws Exception {
        Seen seen = read("class,native_id,name\ncompute.vm,vm-1,web, east\ncompute.vm,vm-2,db,,\n");

        assertThat(seen.assets).extracting(Asset::nativeId).containsExactly("vm-2");
        assertThat(seen.unit("compute.vm").listing().message().en())
                .isEqualTo("1 of 2 rows could not be read: assets.csv, line 2: cell 4 of the row, \"east\", has no"
                        + " column in the header; quote cells that hold the delimiter");
    }

    @Test
    void twoBadRowsAreCounted() throws Exception {
        Seen seen = read("class,native_id\ncompute.vm,\ncompute.vm,\n");
        assertThat(seen.unit("compute.vm").listing().message().en())
                .startsWith("2 of 2 rows could not be read: ")
                .endsWith("; and 1 more");
    }

    @Test
    void aBadCellCostsItsFacetAndNothingElse() throws Exception {
        Seen seen = read("class,native_id,facet:encrypted\nstorage.disk,d-1,ja\nstorage.disk,d-2,no\n");

        String words = "assets.csv, line 2, column facet:encrypted: \"ja\" is not true, false, yes or no";
        assertThat(facets(seen.asset("d-1")).get("encrypted"))
                .isEqualTo(Unknown.because(new Cause(
                        "files:ReadFile",
                        Status.FAILED,
                        "",
                        new Text(words, "assets.csv 第 2 行 facet:encrypted 列：\"ja\" 不是 true、false、是或否"))));
        assertThat(facets(seen.asset("d-2")).get("encrypted")).isEqualTo(false);
        assertThat(seen.units).noneMatch(Unit::isGap);
    }

    @Test
    void whatCouldNotBeReadOfAFileThatWasReadIsNoCallThatFailed() throws Exception {
        Seen seen = read("class,native_id,facet:encrypted\nstorage.disk,d-1,ja\nstorage.disk,,no\n");

        assertThat(seen.ledger).isNotEmpty().allMatch(row -> row.outcome() == Status.VALUE);
        assertThat(seen.unit("storage.disk").isGap()).isTrue();
    }

    @Test
    void aCellForAFacetThatTheClassDoesNotHaveLeavesAGap() throws Exception {
        Seen seen = read("class,native_id,facet:encrypted\ncompute.vm,vm-1,yes\n");

        assertThat(seen.asset("vm-1").attributes().doc("facets").get("encrypted"))
                .satisfies(field -> assertThat(unread(field))
                        .isEqualTo("assets.csv, line 2, column facet:encrypted: the class compute.vm has no facet"
                                + " encrypted; leave the cell empty"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            database.relational | facet:backupRetentionDays | seven | "seven" is not a whole number
            network.firewall | facet:internetIngress | protocol=tcp | "protocol=tcp" lacks fromPort=…
            network.firewall | facet:internetIngress | protocol=tpc fromPort=22 toPort=22 family=ipv4 source=0.0.0.0/0 open=true | "tpc" is no protocol; write tcp, udp, icmp, icmpv6, all, other or its number
            network.firewall | facet:internetIngress | protocol=tcp fromPort=22 toPort=99999 family=ipv4 source=0.0.0.0/0 open=true | "99999" is no port from 0 to 65535
            network.firewall | facet:internetIngress | protocol=tcp fromPort=3389 toPort=22 family=ipv4 source=0.0.0.0/0 open=true | fromPort 3389 is above toPort 22
            network.firewall | facet:internetIngress | protocol=tcp fromPort=22 toPort=22 family=v4 source=0.0.0.0/0 open=true | "v4" is not ipv4 or ipv6
            compute.vm | facet:publicAddresses | unknown | "unknown" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no address, and leave empty what is not known
            compute.vm | facet:publicAddresses | - | "-" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no address, and leave empty what is not known
            compute.vm | facet:publicAddresses | 203.0.113.7; n/a | "n/a" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no address, and leave empty what is not known
            network.firewall | facet:internetIngress | tcp | "tcp" is not one of protocol=…, fromPort=…, toPort=…, family=…, source=…, open=…
            """)
    void aBadCellSaysWhatItShouldBe(String kind, String column, String text, String reason) throws Exception {
        Seen seen = read("class,native_id," + column + "\n" + kind + ",x," + text + "\n");
        String facet = column.substring("facet:".length());
        assertThat(facets(seen.asset("x")).get(facet))
                .satisfies(field ->
                        assertThat(unread(field)).isEqualTo("assets.csv, line 2, column " + column + ": " + reason));
    }

    @Test
    void whereTheQuotesBreakTheRestIsLostAndSaysSo() throws Exception {
        Seen seen = read("class,native_id,name\ncompute.vm,vm-1,web\ncompute.vm,vm-2,\"a\"b\ncompute.vm,vm-3,c\n");

        assertThat(seen.assets).extracting(Asset::nativeId).containsExactly("vm-1");
        assertThat(seen.units).allMatch(Unit::isGap);
        assertThat(seen.unit("compute.vm").listing().message().en())
                .startsWith("1 of 2 rows could not be read: assets.csv, line 3: the quotes do not match, so that"
                        + " nothing from here on was read");
    }

    @Test
    void controlCharactersInACellDoNotReachAMessage() throws Exception {
        Seen seen = read("class,native_id\n\u001b[31mred,x\n");
        assertThat(seen.unit("compute.vm").listing().message().en()).contains("\"?[31mred\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                               | : the file is empty; its first line must name the columns.
            name,address                     | , line 1: the header has no column class; the first line must name the columns.
            class,nativeid                   | , line 1: the header has no column native_id (is it nativeid?); the first line must name the columns.
            class,native_id,name,Name        | , line 1: the columns name and Name both give name; keep one.
            class,native_id,name,name        | , line 1: the column name stands here twice; keep one.
            class,native_id,"name            | , line 1: the quotes of the header do not match; double each quote inside a quoted cell.
            class,native_id,facet:encripted  | , line 1, column facet:encripted: no class has a facet encripted (did you mean encrypted?).
            """)
    void aFileWithoutAProperHeaderIsRefused(String header, String reason) throws IOException {
        Path file = write(header, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Seen.collect(target(Map.of("path", file.toString()))))
                .isInstanceOf(TargetException.class)
                .hasMessage(file + reason);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Seen.collect(target(Map.of("path", "none.csv"))))
                .isInstanceOf(TargetException.class)
                .hasMessage(folder.resolve("none.csv") + ": there is no such file; check its name.");
    }

    @Test
    void aTargetWithoutAPathIsRefused() {
        assertThatThrownBy(() -> Seen.collect(target(Map.of())))
                .isInstanceOf(TargetException.class)
                .hasMessage("hills: the setting path is missing; name the file with it.");
    }

    /** Why a field could not be read. */
    private static String unread(Object field) {
        Cause cause = ((Unknown) field).causes().get(0);
        assertThat(cause.outcome()).isEqualTo(Status.FAILED);
        return cause.message().en();
    }

    private static Doc facets(Asset asset) {
        return asset.type().facetsOf(asset.attributes());
    }

    private Seen read(String csv) throws Exception {
        return Seen.collect(
                target(Map.of("path", write(csv, StandardCharsets.UTF_8).toString())));
    }

    private Path write(String csv, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("assets.csv"), csv, charset);
    }

    private Target target(Map<String, String> settings) {
        return new Target("files", "Group/Hills", "hills", List.of(), settings, folder);
    }
}
