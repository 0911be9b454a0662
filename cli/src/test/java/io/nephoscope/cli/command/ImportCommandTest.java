package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAcceptedOrRefusedWithItsPlaceAndReason() throws Exception {
        Path file = write("a.csv", """
                class,native_id,addresses,facet:running,facet:publicAddresses,ownr
                compute.vm,vm-1,10.0.0.1,yes,none,a
                compute.vm,vm-2,10.0.0.300,,none,b
                compute.vn,vm-3,,,,
                ,,,,,c
                """);
        assertThat(Cli.run("import", "check", file.toString()))
                .isEqualTo(new Cli(3, """
                The column ownr is none of the standard (did you mean owner?); it is kept as it stands.
                line 3, compute.vm vm-2, column addresses: accepted with a gap: "10.0.0.300" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8; write none where there is no address, and leave empty what is not known.
                line 4,  vm-3, column class: refused: there is no class "compute.vn" (did you mean compute.vm?).
                line 5, column class: refused: the cell is empty; write a class, as compute.vm.
                compute.vm: 1 of 2 do not say facet:running, so that rules on it are UNKNOWN there.
                4 rows: 1 accepted, 1 accepted with gaps, 2 refused.
                """.replace("line 4,  vm-3", "line 4, vm-3"), ""));
    }

    @Test
    void whatTheSourceDoesNotSayIsAGapButNoFault() throws Exception {
        Path file = write("a.ndjson", "{\"class\": \"compute.image\", \"native_id\": \"i-1\"}\n");
        assertThat(Cli.run("import", "check", file.toString(), "--rows")).isEqualTo(new Cli(0, """
                line 1, compute.image i-1: accepted, without facet:public.
                compute.image: 1 of 1 do not say facet:public, so that rules on it are UNKNOWN there.
                1 rows: 0 accepted, 1 accepted with gaps, 0 refused.
                """, ""));
    }

    @Test
    void theAnswerIsThereForProgramsToo() throws Exception {
        Path file = write("a.csv", "class,native_id,facet:public\ncompute.image,i-1,yes\ncompute.image,,no\n");
        Cli cli = Cli.run("import", "check", file.toString(), "-o", "json=-");

        assertThat(cli.code()).isEqualTo(3);
        JsonNode answer = MAPPER.readTree(cli.out());
        assertThat(answer.at("/complete").asBoolean()).isFalse();
        assertThat(answer.at("/summary/accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/summary/refused").asInt()).isEqualTo(1);
        assertThat(answer.at("/rows/0/nativeId").asText()).isEqualTo("i-1");
        assertThat(answer.at("/rows/1/lost/0/column").asText()).isEqualTo("native_id");
        assertThat(answer.at("/rows/1/state").asText()).isEqualTo("refused");
    }

    @Test
    void aFileOrMappingThatCannotBeUsedIsRefusedInOneSentence() throws Exception {
        Path file = write("a.csv", "name\nx\n");
        assertThat(Cli.run("import", "check", file.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        file + ", line 1: the header has no column class; the first line must name the columns.\n"));
        assertThat(Cli.run("import", "check", file.toString(), "--mapping", "none.yaml"))
                .isEqualTo(new Cli(2, "", "none.yaml: there is no such file; check its name.\n"));
        assertThat(Cli.run("import", "check", file.toString(), "-o", "csv=x").err())
                .contains("write it as json=FILE");
    }

    @Test
    void theHeaderThatIsPrintedIsOneThatIsRead() throws Exception {
        String header = Cli.run("import", "header").out();
        assertThat(header).startsWith("class,native_id,name,addresses,").contains(",facet:publicAddresses");

        Path file = write("a.csv", header + "compute.vm,vm-1\n");
        assertThat(Cli.run("import", "check", file.toString()).code()).isZero();
    }

    @Test
    void theSampleExportsComeIn() {
        assertThat(Cli.run("import", "check", "../samples/hills-assets.csv"))
                .extracting(Cli::code, Cli::err)
                .containsExactly(0, "");
        Cli cmdb =
                Cli.run("import", "check", "../samples/cmdb-export.csv", "--mapping", "../samples/cmdb-mapping.yaml");
        assertThat(cmdb.code()).isZero();
        assertThat(cmdb.out()).contains("refused").endsWith(", 0 refused.\n");
    }

    @Test
    void theFieldsAreToldInBothLanguages() {
        assertThat(Cli.run("import", "fields").out())
                .contains("native_id    text                  yes")
                .contains("The MLPS level of the system that it belongs to, 1 to 5.");
        assertThat(Cli.run("import", "fields", "--lang", "zh").out()).contains("网络安全等级保护级别");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0 | {"class": "compute.vm", "native_id": "1", "facets": {"running": true, "publicAddresses": null}, "Rack": 7}
            0 | {"class": "security.waf", "native_id": "1", "protects": ["domain:*.example.com"], "mlps_level": 3, "valid_until": "2026-12-31"}
            0 | {"class": "network.firewall", "native_id": "1", "facets": {"internetIngress": [{"protocol": "tcp", "fromPort": 22, "toPort": 22, "family": "ipv4", "source": "0.0.0.0/0", "open": true}]}}
            1 | {"class": "compute.vm"}
            1 | {"class": "compute.vn", "native_id": "1"}
            1 | {"class": "storage.disk", "native_id": "1", "facets": {"encripted": true}}
            1 | {"class": "storage.disk", "native_id": "1", "facets": {"encrypted": "ja"}}
            1 | {"class": "compute.vm", "native_id": "1", "mlps_level": 6}
            1 | {"class": "compute.vm", "native_id": "1", "protects": ["10.0.0.0/8"]}
            1 | {"class": "compute.vm", "native_id": "1", "valid_until": "soon"}
            """)
    void theSchemaAndTheReaderAgree(int faults, String asset) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(Cli.run("import", "schema").out()));
        Path file = write("a.ndjson", asset + "\n");

        assertThat(schema.validate(MAPPER.readTree(asset))).hasSize(faults);
        assertThat(Cli.run("import", "check", file.toString()).code()).isEqualTo(faults == 0 ? 0 : 3);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
