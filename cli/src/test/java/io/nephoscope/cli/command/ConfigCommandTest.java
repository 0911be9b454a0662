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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ConfigCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SAMPLES = Path.of("../samples");

    @TempDir
    private Path folder;

    @Test
    void everyOptionIsShownWithWhereItComesFrom() throws Exception {
        Path file = Files.writeString(folder.resolve("nephoscope.yaml"), """
                org: organisation.yaml
                fail-on: low
                region: [north, south]
                scan:
                  fail-on: high
                """);

        Cli cli = Cli.in(folder, Map.of("NEPHOSCOPE_MAX_DROP", "5"), "config", "show", "scan", "--allow-incomplete");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .startsWith("OPTION|VALUE|FROM")
                .contains(
                        "org|" + folder.resolve("organisation.yaml") + "|" + file + ":1",
                        "fail-on|high|" + file + ":5",
                        "region|north, south|" + file + ":3",
                        "max-drop|5|environment NEPHOSCOPE_MAX_DROP",
                        "allow-incomplete|true|flag",
                        "allow-shrink|false|default",
                        "concurrency|64|default")
                .noneMatch(line -> line.startsWith("set|") || line.startsWith("external-id|"));
        assertThat(Cli.in(folder, Map.of(), "config", "show", "inventory").out())
                .doesNotContain("fail-on");
        assertThat(Cli.in(folder, Map.of(), "config", "show", "evaluate").out()).contains(file + ":2");
        assertThat(Cli.in(folder, Map.of(), "config", "show", "waivers", "check")
                        .out())
                .contains(file + ":1");
        assertThat(Cli.in(folder, Map.of(), "config", "show", "scam").err()).contains("(did you mean scan?)");
    }

    @Test
    void programsReadTheSameAsJson() throws Exception {
        Path file = Files.writeString(folder.resolve("nephoscope.yaml"), "fail-on: low\n");

        JsonNode json = MAPPER.readTree(
                Cli.in(folder, Map.of(), "config", "show", "-o", "json=-").out());

        assertThat(json.path("command").asText()).isEqualTo("scan");
        assertThat(json.path("configuration").asText()).isEqualTo(file.toString());
        assertThat(json.path("options"))
                .anySatisfy(option -> assertThat(option)
                        .isEqualTo(MAPPER.valueToTree(Map.of(
                                "option",
                                "fail-on",
                                "values",
                                List.of("low"),
                                "from",
                                "file",
                                "file",
                                file.toString(),
                                "line",
                                1))));
    }

    @Test
    void theSampleIsAsTheSchemaSaysAndIsUnderstood() throws Exception {
        assertThat(faults(Files.readString(SAMPLES.resolve("nephoscope.yaml")))).isEmpty();

        Cli cli = Cli.in(SAMPLES, Map.of(), "config", "show", "scan");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains(SAMPLES.toAbsolutePath()
                        .normalize()
                        .resolve("organisation.yaml")
                        .toString());
        assertThat(Cli.in(SAMPLES, Map.of(), "waivers", "check").code())
                .as("by the organisation of the file")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region: north",
                "account: [123456789012]",
                "output-mode: 640",
                "scan:",
                "plan: {output: json=plan.json}",
                "types try: {types-dir: types}"
            })
    void whatIsUnderstoodIsAsTheSchemaSays(String yaml) throws Exception {
        Files.writeString(folder.resolve("nephoscope.yaml"), yaml);

        assertThat(faults(yaml)).isEmpty();
        Cli cli = Cli.in(folder, Map.of(), "config", "show", "plan");
        assertThat(cli.code()).as(cli.err()).isZero();
    }

    /** What the schema has against a configuration file. */
    static List<String> faults(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(Cli.run("config", "schema").out()));
        JsonNode document = MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return schema.validate(document).stream().map(Object::toString).toList();
    }
}
