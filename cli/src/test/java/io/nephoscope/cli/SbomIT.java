package io.nephoscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials that lies beside the jars of this build. */
class SbomIT {
    private static final Path DISTRIBUTION = Path.of("target/dist");

    @Test
    void itNamesEveryJarWithItsSumAndNoOther() throws Exception {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                sums.put(jar.getFileName().toString(), HexFormat.of().formatHex(sum));
            }
        }

        Map<String, String> named = new TreeMap<>();
        components()
                .forEach(component -> named.put(
                        component.path("name").textValue() + "-"
                                + component.path("version").textValue() + ".jar",
                        component.at("/hashes/0/content").textValue()));

        assertThat(named).isEqualTo(sums);
    }

    @Test
    void itSaysTheLicenceOfEachAsSpdxDoes() throws IOException {
        assertThat(components())
                .allSatisfy(component -> assertThat(component
                                .at("/licenses/0/license/id")
                                .asText(component.at("/licenses/0/expression").asText()))
                        .as(component.path("purl").textValue())
                        .matches("[A-Za-z0-9.-]+( OR [A-Za-z0-9.-]+)*"));
    }

    /** Two builds of the same sources must not differ. */
    @Test
    void itHoldsNoTimeAndNoSerialNumber() throws IOException {
        assertThat(bill().has("serialNumber")).isFalse();
        assertThat(bill().path("metadata").has("timestamp")).isFalse();
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(DISTRIBUTION.resolve("sbom.cdx.json").toFile());
    }

    /** The program and its libraries. */
    private static Stream<JsonNode> components() throws IOException {
        JsonNode bill = bill();
        return Stream.concat(
                Stream.of(bill.at("/metadata/component")),
                bill.path("components").valueStream());
    }
}
