package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.exchange.FindingLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas that the program hands out are schemas themselves. */
class SchemasTest {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    /** A key that stands twice in one object is refused: of its two values readers take one or the other. */
    private static final ObjectMapper STRICT = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    static Stream<String> schemas() throws IOException {
        return Stream.of(
                resource(Report.class, "report.schema.json"),
                resource(FindingLines.class, "finding.schema.json"),
                Cli.run("organisation", "schema").out(),
                Cli.run("config", "schema").out(),
                Cli.run("import", "schema").out());
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** By the dialect's own schema, which comes with the validator: nothing is fetched. */
    private static List<String> faults(JsonNode schema) {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DIALECT));
        return meta.validate(schema).stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsOneInItsDialect(String text) throws IOException {
        JsonNode schema = STRICT.readTree(text);

        assertThat(schema.path("$schema").asText()).isEqualTo(DIALECT);
        assertThat(faults(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void whatASchemaRefersToIsThere(String text) throws IOException {
        JsonNode schema = STRICT.readTree(text);

        assertThat(schema.findValuesAsText("$ref"))
                .allSatisfy(to -> assertThat(schema.at(to.substring(1)).isMissingNode())
                        .as(to)
                        .isFalse());
    }

    @Test
    void aNameThatIsRequiredTwiceIsAFault() throws IOException {
        assertThat(faults(STRICT.readTree("{\"required\": [\"a\", \"b\", \"a\"]}")))
                .hasSize(1);
    }
}
