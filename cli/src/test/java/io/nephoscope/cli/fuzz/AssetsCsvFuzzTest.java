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

class AssetsCsvFuzzTest {
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
                                "class,native_id,facet:internetIngress\nnetwork.firewall,1,fromPort=1 toPort=2 cidr=0.0.0.0/0\n")));
    }

    @MethodSource("tables")
    @DictionaryEntries({
        "class,", "native_id,", "facet:running", "facet:backupRetentionDays", "facet:internetIngress", "tag:",
                "compute.vm",
        "storage.bucket", "fromPort=", ";", "none", "\"\"", "9223372036854775808", "NaN"
    })
    @FuzzTest(maxDuration = "5m")
    void aTableIsReadRowByRowOrRefused(byte[] csv) throws Exception {
        Files.write(folder.resolve("assets.csv"), csv);
        Target target = new Target("files", "", "cellar", List.of(), Map.of("path", "assets.csv"), folder);
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
            assertThat(type.identity().name().apply(row)).isNotNull();
            assertThat(type.identity().region().apply(row)).isNotNull();
            assertThat(type.identity().tags().apply(row)).isNotNull();
            assertThat(type.facetsOf(row).keys()).hasSameSizeAs(type.facets());
        });
        assertThat(listed.cause("", "").message()).doesNotContainPattern("\\p{Cntrl}");
        if (listed instanceof Outcome.Value<Integer> count) {
            assertThat(count.value()).isEqualTo(rows.size());
        }
    }
}
