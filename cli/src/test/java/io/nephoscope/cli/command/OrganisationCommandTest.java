package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WHOLE = """
            name: Group
            mlps-level: 2
            owner: security office
            toy: {regions: [north]}
            branches:
              - name: Harbour
                kind: system
                mlps-level: 3
                credentials: {environment: {access-key: A, secret-key: B}}
                accounts:
                  - {provider: toy, name: a, world: north/a=open}
                  - {provider: toy, name: many, members: docks/ann=1, credentials: {command: [vault, read]}}
              - name: Hills
                accounts:
                  - {provider: toy, name: replayed, snapshot: recorded}
                  - {provider: aws, name: cloud, external-id: tide-table, role-arn: 'arn:aws:iam::1:role/A'}
            """;

    @TempDir
    private Path folder;

    private String write(String yaml) throws Exception {
        return Files.writeString(folder.resolve("organisation.yaml"), yaml).toString();
    }

    @Test
    void checkPrintsTheTreeWithWhatIsSetForEachAccountAndNoSecret() throws Exception {
        Cli run = Cli.run(Map.of("A", "canary-key", "B", "canary-secret"), "organisation", "check", write(WHOLE));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                Group: group, MLPS level 2, owner security office
                  Harbour: system, MLPS level 3, owner security office
                    - a: toy, regions north, world north/a=open, credentials from environment A B
                    - many: toy, regions north, members docks/ann=1, credentials from command vault, stands for all its members
                  Hills: branch, MLPS level 2, owner security office
                    - replayed: toy, replayed from %s, regions north, credentials from environment TOY_KEY TOY_SECRET, where set
                    - cloud: aws, every region, external-id [redacted], role-arn arn:aws:iam::1:role/A
                """.formatted(folder.resolve("recorded")));
    }

    @Test
    void checkTellsOfAFaultWithItsPlace() throws Exception {
        Cli run = Cli.run("organisation", "check", write("name: Group\nowenr: x\n"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(", line 2, column 1, field owenr: there is no such field (did you mean owner?)");
    }

    @Test
    void theSamplesAreAsTheSchemaSays() throws Exception {
        assertThat(faults(Files.readString(Path.of("../samples/organisation.yaml"))))
                .isEmpty();
        assertThat(faults(WHOLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "branches: []",
                "name: Group\nowenr: x",
                "name: Group\nmlps-level: 6",
                "name: Group\nkind: brunch",
                "name: Group\ntoy: {wrold: a}",
                "name: Group\naccounts: [{provider: toy, wrold: a}]",
                "name: Group\naccounts: [{provider: toi}]",
                "name: Group\ncredentials: secret",
                "name: Group\ncredentials: {file: a, profile: b}",
                "name: Group\nregions: []"
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String yaml) throws Exception {
        assertThat(faults(yaml)).isNotEmpty();
        assertThat(Cli.run("organisation", "check", write(yaml)).code()).isEqualTo(2);
    }

    private static String faults(String yaml) throws Exception {
        Cli run = Cli.run("organisation", "schema");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(run.out()));
        JsonNode document =
                MAPPER.valueToTree(YamlNode.parse("organisation.yaml", yaml).value());
        return schema.validate(document).stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
