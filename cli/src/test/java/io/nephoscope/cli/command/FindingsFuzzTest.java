package io.nephoscope.cli.command;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nephoscope.cli.Resealed;
import io.nephoscope.cli.fuzz.SmallSnapshot;
import io.nephoscope.cli.fuzz.Tried;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings that were changed after they were made: the first byte says whether in their own file or in what is kept beside it. */
class FindingsFuzzTest {
    private static final String FINDINGS = "findings.ndjson";
    private static final String JUDGEMENT = "judgement.json";

    @TempDir
    private static Path folder;

    private static Snapshot snapshot;
    private static String judgement;
    private static String findings;

    @BeforeAll
    static void judge() throws IOException {
        SmallSnapshot.write(folder);
        snapshot = Snapshot.open(folder, SmallSnapshot.TYPES);
        Evaluation evaluation =
                new Evaluation(snapshot, SmallSnapshot.TYPES, SmallSnapshot.RULES, Evaluation.timeOf(snapshot), 1);
        Judgement.write(folder, FileMode.PRIVATE, snapshot, evaluation, SmallSnapshot.RULES, List.of());
        judgement = Files.readString(folder.resolve(JUDGEMENT));
        findings = Files.readString(folder.resolve(FINDINGS));
    }

    @AfterAll
    static void close() {
        snapshot.close();
    }

    static Stream<byte[]> files() {
        return Stream.concat(
                Stream.of(seed(0, judgement)),
                findings.lines().filter(line -> !isEntry(line)).map(line -> seed(1, entries() + line + "\n")));
    }

    private static boolean isEntry(String line) {
        return line.startsWith("{\"id\":");
    }

    private static String entries() {
        return findings.lines()
                .filter(FindingsFuzzTest::isEntry)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] seed(int which, String content) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(which);
        seed.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        return seed.toByteArray();
    }

    @MethodSource("files")
    @DictionaryEntries({
        "null",
        "[null]",
        "{}",
        "-1",
        "1e999",
        "\"\\ud800\"",
        "\"unknown\":[\"",
        "\"path\":\"",
        "value[0]",
        "\"state\":\"unknown\"",
        "\"verdict\":\"PASS\"",
        "\"severity\":\"\"",
        "\"rule\":\"r",
        "\"missing\":[\"c",
        "{\"id\":\"c1\",\"cause\":",
        "\"findings\":",
        "\"rules\":"
    })
    @FuzzTest(maxDuration = "5m")
    void findingsAreReportedOrRefused(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        boolean isFindings = input[0] % 2 != 0;
        Files.write(folder.resolve(FINDINGS), isFindings ? content : findings.getBytes(StandardCharsets.UTF_8));
        Files.write(
                folder.resolve(JUDGEMENT),
                Resealed.content(isFindings ? sealing(content).getBytes(StandardCharsets.UTF_8) : content));
        Tried.on(() -> {
            try {
                SmallSnapshot.report(
                        snapshot,
                        Judgement.read(folder, snapshot, SmallSnapshot.RULES).findings());
            } catch (UsageException e) {
                Tried.isASentence(e.getMessage());
            }
        });
    }

    /** What stands beside findings that somebody sealed anew. */
    private static String sealing(byte[] changed) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(changed);
        return judgement.replaceFirst(
                "(\"findings\" : )\"[^\"]*\"", "$1\"" + HexFormat.of().formatHex(digest) + "\"");
    }
}
