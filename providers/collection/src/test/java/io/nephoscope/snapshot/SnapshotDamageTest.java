package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.asset;
import static io.nephoscope.snapshot.Written.row;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDamageTest {
    private static final AssetType ITEM = type("toy.item", listing()).build();
    private static final Asset A = asset(ITEM, "1", "north", "a", Doc.of("Id", "a"));
    private static final Asset B = asset(ITEM, "1", "north", "b", Doc.of("Id", "b"));

    @TempDir
    Path temp;

    private Written folder;

    @BeforeEach
    void folder() {
        folder = new Written(temp.resolve("snapshot"), Types.of(List.of(ITEM)));
    }

    private void cutOff() {
        folder.cutOff(List.of(unit("1", "north", "toy.item", Status.VALUE, 2)), List.of(row(Status.VALUE)), A, B);
    }

    @Test
    void whatAScanWroteBeforeItWasCutOffIsRead() {
        cutOff();
        folder.damage("assets.ndjson", text -> text.substring(0, text.length() - 10))
                .damage("units.ndjson", text -> text + "{\"provider\":\"to");

        assertThat(folder.only().nativeId()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({"assets.ndjson, 4", "units.ndjson, 3", "ledger.ndjson, 1"})
    void aFinishedScanOfWhichALineIsMissingIsRefused(String file, int lines) {
        folder.write(List.of(unit("1", "north", "toy.item", Status.DENIED, 1)), List.of(row(Status.DENIED)), A)
                .damage(file, text -> "");

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessage(
                        "%s: of %s lines that were written 0 are there; the snapshot was damaged on its way, so copy it"
                                + " again, or scan again.",
                        folder.folder().resolve(file), lines);
    }

    @ParameterizedTest
    @CsvSource({"assets.ndjson, name of a, name of z", "units.ndjson, DENIED, VALUE", "ledger.ndjson, \"no\", \"on\""})
    void aFinishedScanInWhichSomethingWasChangedIsRefused(String file, String before, String after) {
        folder.write(List.of(unit("1", "north", "toy.item", Status.DENIED, 1)), List.of(row(Status.DENIED)), A)
                .damage(file, text -> text.replaceFirst("(?i)" + before, after.toLowerCase(Locale.ROOT)) + "\n");

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessage(
                        "%s: is not what the scan wrote, for its SHA-256 is another; the snapshot was changed or"
                                + " damaged, so copy it again, or scan again.",
                        folder.folder().resolve(file));
    }

    @Test
    void aManifestThatSaysNothingOfAFileIsRefused() {
        folder.write(A).restate(text -> text.replace("\"units.ndjson\"", "\"units\""));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("manifest.json, files: says nothing of units.ndjson");
    }

    @Test
    void aFinishedScanWhoseLastLineWasCutOffIsRefused() {
        folder.write(A, B).damage("assets.ndjson", text -> text.substring(0, text.length() - 1));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("of 5 lines that were written 4 are there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            assets.ndjson | {"uid":                        | Unexpected end-of-input
            assets.ndjson | [1]                            | not a JSON object
            assets.ndjson | {"scope":"s1"}                 | an asset without a uid
            assets.ndjson | {}                             | no line before it defines the scope ""
            assets.ndjson | {"uid":"c"}                    | no line before it defines the scope ""
            assets.ndjson | {"uid":"c","scope":"s2"}       | no line before it defines the scope "s2"
            assets.ndjson | {"uid":"c","scope":"u1"}       | no line before it defines the scope "u1"
            assets.ndjson | {"uid":"c","scope":"s1","unknown":"u9"} | no line before it defines the unknown "u9"
            assets.ndjson | {"id":"s3","scope":{}}         | it defines s3 where s2 comes next
            assets.ndjson | {"id":"S1","scope":{}}         | "S1" is no id
            units.ndjson  | {"scope":"s1"}                 | no line before it defines the cause ""
            units.ndjson  | {}                             | no line before it defines the scope ""
            ledger.ndjson | {"outcome":"VALUE"}            | "VALUE" is no outcome of a call
            ledger.ndjson | <html>                         | Unexpected character
            """)
    void aLineThatCannotBeReadIsNamed(String file, String line, String why) {
        cutOff();
        folder.damage(file, text -> text + line + "\n");
        int number = Map.of("assets.ndjson", 6, "units.ndjson", 4, "ledger.ndjson", 2)
                .get(file);

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining(folder.folder().resolve(file) + ", line " + number + ": cannot be read (")
                .withMessageContaining(why)
                .withMessageEndingWith("so scan again.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"c1\",\"cause\":{\"call\":\"x\",\"outcome\":\"fine\"}}",
                "{\"id\":\"c1\",\"cause\":null}",
                "{\"id\":\"c1\",\"scope\":{}}"
            })
    void anEntryThatCannotBeReadIsNamedAtTheLineThatRefersToIt(String entry) {
        cutOff();
        folder.damage("units.ndjson", text -> text.replaceFirst("(?m)^\\{\"id\":\"c1\".*$", entry));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("units.ndjson, line 3: cannot be read (the cause c1 cannot be read)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[0]", "attributes.Id[7]", "attributes[0]"})
    void anUnknownThatLeadsNowhereIsADamagedLineAndNotLost(String path) {
        unknown("{\"path\":\"" + path + "\",\"causes\":[\"c1\"]}");

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::assets)
                .withMessageContaining("assets.ndjson, line 5: cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\":\"attributes.Id\",\"causes\":[]}",
                "{\"path\":\"attributes.Id\",\"causes\":[7]}",
                "{\"path\":\"attributes.Id\",\"causes\":[\"c2\"]}",
                "{\"path\":\"attributes.Id\"}",
                "\"attributes.Id\""
            })
    void anUnknownWithoutAReasonIsADamagedLineAndNotLost(String unknown) {
        unknown(unknown);

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("assets.ndjson, line 5: cannot be read (the unknown u1 cannot be read)");
    }

    /** Says something else of what is unknown of the assets. */
    private void unknown(String unknown) {
        cutOff();
        folder.damage(
                "assets.ndjson",
                text -> text.replace(
                        "{\"id\":\"u1\",\"unknown\":[]}",
                        "{\"id\":\"c1\",\"cause\":{\"call\":\"x\",\"outcome\":\"denied\"}}\n"
                                + "{\"id\":\"u1\",\"unknown\":[" + unknown + "]}"));
    }

    @Test
    void anAssetOfATypeThatNobodyDeclaresIsNamed() {
        folder.write(A);

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(new Written(folder.folder(), Types.of(List.of()))::assets)
                .withMessageContaining("line 4")
                .withMessageContaining("no installed provider knows the type toy.item");
    }

    @Test
    void emptyLinesDoNoHarmHoweverMany() {
        cutOff();
        folder.damage("assets.ndjson", text -> "\n".repeat(200_000) + text.replace("\n", "\r\n\r\n"));

        assertThat(folder.assets()).extracting(Asset::nativeId).containsExactly("a", "b");
    }

    @Test
    void aFolderWithoutAManifestIsNoSnapshot() {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessage(
                        "There is no snapshot in %s: manifest.json is missing; name the folder that a scan wrote with"
                                + " --snapshot.",
                        folder.folder());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        folder.write(A);
        Files.delete(folder.folder().resolve("units.ndjson"));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("lacks units.ndjson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{}}",
                "{\"schemaVersion\":6}",
                "{\"schemaVersion\":6,\"a\\u0007\\nb\":true}",
                "{\"schemaVersion\":6,\"extra\":true}",
                "<html>",
                "{\"schemaVersion\":\"one\"}"
            })
    void aManifestThatIsNoneIsRefusedInOneSentence(String manifest) {
        folder.write(A).damage("manifest.json", text -> manifest);

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("manifest.json")
                .withMessageContaining("not a snapshot's manifest")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finishedAt", "branches", "targets", "resumedAt", "sha256", "branch"})
    void aManifestWithANullIsRefused(String field) {
        folder.write(A)
                .damage(
                        "manifest.json",
                        text -> text.replaceAll(
                                "\"" + field + "\" : (\"[^\"]*\"|\\[[^\\]]*\\] ?|\\{[^}]*\\})(?=[,\\s])",
                                "\"" + field + "\" : null"));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("not a snapshot's manifest");
    }

    @ParameterizedTest
    @CsvSource({"startedAt,''", "startedAt,yesterday", "finishedAt,2026-02-30T00:00:00Z", "finishedAt,2026-01-01"})
    void aManifestWithoutTheTimesThatRulesGoByIsRefused(String field, String time) {
        folder.write(A)
                .damage(
                        "manifest.json",
                        text -> text.replaceAll(
                                "\"" + field + "\" : \"[^\"]*\"", "\"" + field + "\" : \"" + time + "\""));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageEndingWith(
                        "not a snapshot's manifest (it does not say when the scan began and ended); scan again.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "targets" : [ { | "targets" : [ null, {
            "regions" : [   | "regions" : [ null,
            "toy.item" : [ ] | "toy.item" : null
            "toy.item" : [ ] | "toy.item" : [ null ]
            """)
    void aManifestWithANullInAListIsRefused(String whole, String damaged) {
        folder.write(A).damage("manifest.json", text -> text.replace(whole, damaged));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("not a snapshot's manifest");
    }

    @Test
    void aManifestOfAnotherVersionIsToldByItsVersionWhateverElseItHolds() {
        folder.write(A).damage("manifest.json", text -> "{\"schemaVersion\":4,\"new\":[]}");

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("has format version 4, and this version of the tool reads 6; scan again.");
    }
}
