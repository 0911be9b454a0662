package io.nephoscope.cli.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nephoscope.cli.organisation.OrganisationFile;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class OrganisationFuzzTest {
    private static final List<Provider> PROVIDERS = Providers.all();

    @TempDir
    private static Path folder;

    static Stream<byte[]> organisations() throws Exception {
        return Stream.concat(
                Stream.of(Files.readAllBytes(Path.of("../samples/organisation.yaml"))),
                Tried.bytes(
                        Stream.of(
                                "name: A\naccounts: [{provider: aws, profile: p, regions: [eu-west-1], role-arn: 'arn:aws:iam::1:role/R'}]",
                                "name: A\naccounts: &a\n- {provider: files, path: x.csv}\nbranches: [{name: B, accounts: *a}]\n")));
    }

    @MethodSource("organisations")
    @DictionaryEntries({
        "name: ",
        "branches: ",
        "accounts: ",
        "provider: aws",
        "provider: files",
        "regions: ",
        "snapshot: ",
        "path: ",
        "&a ",
        "*a",
        "\"\\0\"",
        "\"\\n\"",
        "\\u0007",
        "!!map ",
        "<<: *a",
        "? ",
        "--- ",
        "|2-",
        "%YAML 1.2"
    })
    @FuzzTest(maxDuration = "5m")
    void anOrganisationIsReadOrRefused(byte[] yaml) throws Exception {
        Path file = folder.resolve("organisation.yaml");
        Files.write(file, yaml);
        Tried.on(() -> OrganisationFile.read(file, PROVIDERS, Map.of()));
    }
}
