package io.nephoscope.cli.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nephoscope.cli.Resealed;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot of which one file holds something else: the first byte says which, the others are its content. */
class SnapshotFuzzTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        SmallSnapshot.write(folder);
    }

    static Stream<byte[]> files() throws IOException {
        Stream.Builder<byte[]> seeds = Stream.builder();
        for (String file : SmallSnapshot.FILES) {
            seeds.add(seed(file, SmallSnapshot.text(file)));
        }
        SmallSnapshot.assets().forEach(asset -> seeds.add(seed("assets.ndjson", asset)));
        String manifest = SmallSnapshot.text("manifest.json");
        for (String part : List.of("finishedAt", "startedAt", "organisation")) {
            seeds.add(seed("manifest.json", manifest.replaceFirst("(\"" + part + "\" : )\"[^\"]*\"", "$1\"x\"")));
        }
        return seeds.build();
    }

    private static byte[] seed(String file, String content) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(SmallSnapshot.FILES.indexOf(file));
        seed.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        return seed.toByteArray();
    }

    @MethodSource("files")
    @DictionaryEntries({
        "null",
        "[null]",
        "{}",
        "-1",
        "9223372036854775808",
        "1e999",
        "\"\\ud800\"",
        "\"unknown\":[{\"path\":\"attributes",
        "\"path\":\"",
        "\"causes\":[\"c",
        "{\"id\":\"u1\",",
        "\"unknown\":\"u2\"",
        "[0]",
        "denied",
        "absent",
        "not_collected",
        "\"attributes\":{",
        "\"scope\":",
        "\"uid\":",
        "\"targets\":",
        "\"demand\":",
        "\"files\":",
        "\"tags\":",
        "2026-02-30T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
    })
    @FuzzTest(maxDuration = "5m")
    void aSnapshotIsReportedOrRefused(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        String changed = SmallSnapshot.FILES.get(Byte.toUnsignedInt(input[0]) % SmallSnapshot.FILES.size());
        Path file = folder.resolve(changed);
        byte[] good = Files.readAllBytes(file);
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        Files.write(file, changed.equals("manifest.json") ? Resealed.content(content) : content);
        try {
            Tried.on(() -> {
                try (Snapshot snapshot = Snapshot.open(folder, SmallSnapshot.TYPES)) {
                    snapshot.forEach(asset -> asset.type().facetsOf(asset.attributes()));
                    SmallSnapshot.report(
                            snapshot,
                            new Evaluation(
                                    snapshot,
                                    SmallSnapshot.TYPES,
                                    SmallSnapshot.RULES,
                                    Evaluation.timeOf(snapshot),
                                    1));
                }
            });
        } finally {
            Files.write(file, good);
        }
    }
}
