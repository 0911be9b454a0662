package io.nephoscope.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.rules.Toy;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttestationReaderTest {
    private static final String SIGNED =
            ", statement: s, owner: o, evidence: T-1, from: 2026-01-01, until: 2026-12-31}";

    @TempDir
    private Path folder;

    @Test
    void aFileOfAttestationsIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("attest.yaml"), """
                attestations:
                  - asset: {kind: storage.bucket, name: cellar}
                    field: facets.public
                    value: false
                    statement: The box stands in the cellar.
                    owner: Li Wei, storage
                    evidence: AUDIT-2026-041
                    from: 2026-03-01
                    until: 2027-03-01
                """);

        assertThat(new AttestationReader(Toy.TYPES).read(file)).singleElement().satisfies(read -> {
            assertThat(read.field()).isEqualTo("facets.public");
            assertThat(read.facet()).isEqualTo("public");
            assertThat(read.attribute()).isEmpty();
            assertThat(read.value()).isEqualTo(false);
            assertThat(read.statement()).isEqualTo("The box stands in the cellar.");
            assertThat(read.owner()).isEqualTo("Li Wei, storage");
            assertThat(read.evidence()).isEqualTo("AUDIT-2026-041");
            assertThat(read.source().line()).isEqualTo(2);
        });
    }

    @Test
    void aValueIsOneThatTheFieldMayHold() {
        assertThat(read("asset: {type: toy.store.box}, field: attributes.Versioning, value: {Status: Enabled}")
                        .value())
                .isEqualTo(Doc.of("Status", "Enabled"));
        assertThat(read("asset: {type: toy.store.box}, field: attributes.Ports, value: [22, 80]")
                        .value())
                .isEqualTo(DocList.of(22L, 80L));
        assertThat(read("asset: {uid: 'toy:1:north:toy.store.box:b'}, field: attributes.Policy, value: null")
                        .value())
                .isEqualTo(Absent.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            asset: {kind: storage.bucket}, field: facets.pubic, value: true   | .field: storage.bucket has no facet pubic (did you mean public?); it has public, publicBy, insecureTransportDenied, versioned, accessLogged, owner.
            asset: {kind: storage.bucket}, field: facets.public, value: ja    | .value: the provider has true or false here.
            asset: {kind: storage.bucket}, field: attributes.Open, value: true | .asset: it is not clear which attributes the asset has; name its type.
            asset: {name: cellar}, field: facets.public, value: true          | .asset: it is not clear which facets the asset has; name its kind or its type.
            asset: {type: toy.store.box}, field: attributes.Opne, value: true | .field: toy.store.box.attributes has no field Opne (did you mean Open?).
            asset: {type: toy.store.box}, field: attributes, value: true      | .field: a statement is about facets.NAME or attributes.NAME; write one of them.
            asset: {type: toy.store.box}, field: 'attributes.Ports[0]', value: 1 | .field: a statement is about facets.NAME or attributes.NAME; write one of them.
            asset: {type: toy.store.box}, field: name, value: a               | .field: a statement is about facets.NAME or attributes.NAME; write one of them.
            """)
    void whatNoAssetCanHaveIsRefused(String fields, String message) {
        assertRefused("{" + fields + SIGNED, message);
    }

    @Test
    void aStatementHoldsForAYearAtMost() {
        String signed = "{asset: {type: toy.store.box}, field: attributes.Open, value: true, statement: s, owner: o,"
                + " evidence: e, ";
        assertRefused(
                signed + "from: 2026-01-01, until: 2027-01-02}",
                ".until: a statement holds for a year at most; write 2027-01-01 or an earlier day, and state it anew"
                        + " then.");
        assertRefused(signed + "until: 2027-01-02}", ": the field from is missing; add it.");
    }

    @Test
    void aStatementWithoutAnOwnerOrEvidenceIsNone() {
        String bare =
                "{asset: {type: toy.store.box}, field: attributes.Open, value: true, statement: s, from: 2026-01-01,"
                        + " until: 2026-01-02, ";
        assertRefused(bare + "evidence: e}", ": the field owner is missing; add it.");
        assertRefused(bare + "owner: o, evidence: ' '}", ".evidence: the text is empty; write it.");
    }

    @Test
    void anAnchorInsideWhatItNamesIsRefused() {
        assertThatThrownBy(() -> read("asset: {type: toy.store.box}, field: attributes.Free, value: &a [*a]"))
                .isInstanceOf(YamlException.class);
    }

    private static void assertRefused(String attestation, String message) {
        YamlNode list = YamlNode.parse("attest.yaml", "[" + attestation + "]");
        assertThatThrownBy(() -> new AttestationReader(Toy.TYPES).read(list))
                .isInstanceOf(YamlException.class)
                .hasMessageMatching("attest\\.yaml, line 1, column \\d+, field \\[0]" + Pattern.quote(message));
    }

    private static Attestation read(String fields) {
        return new AttestationReader(Toy.TYPES)
                .read(YamlNode.parse("attest.yaml", "[{" + fields + SIGNED + "]"))
                .get(0);
    }
}
