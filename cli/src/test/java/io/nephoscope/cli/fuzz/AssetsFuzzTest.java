package io.nephoscope.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.Gateway;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class AssetsFuzzTest {
    private static final Provider FILES = Providers.all().stream()
            .filter(provider -> provider.name().equals("files"))
            .findFirst()
            .orElseThrow();

    @TempDir
    private static Path folder;

    static Stream<byte[]> tables() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("../samples/hills-assets.csv"));
        return Stream.concat(
                Stream.of(
                        sample,
                        "class,native_id,name\ncompute.vm,机-1,\"甲\"\"乙\"\n".getBytes(Charset.forName("GB18030"))),
                Tried.bytes(
                        Stream.of(
                                "\uFEFFclass,native_id,name\r\ncompute.vm,1,\"a\nb\"\r\n",
                                "class;native_id\nstorage.bucket;1\n",
                                "[{\"class\": \"compute.vm\", \"native_id\": 1, \"facets\": {\"running\": true}, \"tags\": {\"a\": null}}, 5]",
                                "{\"class\": \"security.waf\", \"id\": \"w\", \"protects\": [\"tag:a=b\"]}\n{\"class\":\n",
                                "class,native_id,facet:internetIngress\nnetwork.firewall,1,fromPort=1 toPort=2 cidr=0.0.0.0/0\n")));
    }

    @MethodSource("tables")
    @DictionaryEntries({
        "class,",
        "native_id,",
        "[{",
        "}, {",
        "addresses",
        "protects",
        "valid_until",
        "2026-01-01",
        "address:",
        "null",
        "/a/b",
        "facet:running",
        "facet:backupRetentionDays",
        "facet:internetIngress",
        "tag:",
        "compute.vm",
        "storage.bucket",
        "fromPort=",
        ";",
        "none",
        "\"\"",
        "9223372036854775808",
        "NaN"
    })
    @FuzzTest(maxDuration = "5m")
    void aFileIsReadRowByRowOrRefused(byte[] csv) throws Exception {
        for (String name : List.of("assets.csv", "assets.json", "assets.ndjson", "assets")) {
            Files.write(folder.resolve(name), csv);
            read(Map.of("path", name));
        }
    }

    static Stream<byte[]> mappings() throws Exception {
        return Stream.concat(
                Stream.of(Files.readAllBytes(Path.of("../samples/cmdb-mapping.yaml"))),
                Tried.bytes(Stream.of(
                        "columns: {资产编号: id, 资产类型: class}\nvalues: {class: {虚拟机: compute.vm}}\nseparator: '、'\n",
                        "columns: &a {a: *a}\nignore: [x, y]\nconstants: {class: compute.vm, native_id: 1}\n")));
    }

    @MethodSource("mappings")
    @DictionaryEntries({
        "columns: ",
        "values: ",
        "constants: ",
        "separator: ",
        "ignore: ",
        "class",
        "native_id",
        "facet:running",
        "tag:a",
        "&a ",
        "*a",
        "\"\\0\"",
        "\\x4",
        "!!map ",
        "<<: *a",
        "? ",
        "--- ",
        "...",
        "|2-",
        "%YAML 1.2",
        "{",
        "["
    })
    @FuzzTest(maxDuration = "5m")
    void aMappingIsReadOrRefused(byte[] yaml) throws Exception {
        Files.write(folder.resolve("mapping.yaml"), yaml);
        Files.write(folder.resolve("cmdb.csv"), Files.readAllBytes(Path.of("../samples/cmdb-export.csv")));
        read(Map.of("path", "cmdb.csv", "mapping", "mapping.yaml"));
    }

    private static void read(Map<String, String> settings) throws Exception {
        Target target = new Target("files", "", "cellar", List.of(), settings, folder);
        Tried.on(() -> {
            try (Gateway gateway = Quick.gateway();
                    Connection connection = FILES.connect(target, gateway)) {
                for (AssetType type : FILES.types()) {
                    isListedOrNamed(type, connection);
                }
            }
        });
    }

    private static void isListedOrNamed(AssetType type, Connection connection) {
        List<Doc> rows = new ArrayList<>();
        Outcome<Integer> listed = type.listing().walk().list(connection.account(), rows::add);
        rows.forEach(row -> {
            assertThat(type.identity().nativeId().apply(row)).isNotBlank();
            assertThat(type.nameOf(row)).isNotNull();
            assertThat(type.identity().region().apply(row)).isNotNull();
            assertThat(type.tagsOf(row)).isNotNull();
            assertThat(type.facetsOf(row).keys()).hasSameSizeAs(type.facets());
        });
        assertThat(listed.cause("", "").message().en()).doesNotContainPattern("\\p{Cntrl}");
        if (listed instanceof Outcome.Value<Integer> count) {
            assertThat(count.value()).isEqualTo(rows.size());
        }
    }
}
