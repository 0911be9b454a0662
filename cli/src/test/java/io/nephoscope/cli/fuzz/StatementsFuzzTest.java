package io.nephoscope.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Statements;
import io.nephoscope.rules.Verdict;
import io.nephoscope.rules.Warning;
import io.nephoscope.rules.statement.Attestation;
import io.nephoscope.rules.statement.AttestationReader;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.rules.statement.WaiverReader;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that somebody wrote, and what becomes of the verdicts by them. */
class StatementsFuzzTest {
    @TempDir
    private static Path folder;

    private static Snapshot snapshot;

    @BeforeAll
    static void open() throws Exception {
        Path scan = Files.createDirectory(folder.resolve("scan"));
        SmallSnapshot.write(scan);
        snapshot = Snapshot.open(scan, SmallSnapshot.TYPES);
    }

    @AfterAll
    static void close() {
        snapshot.close();
    }

    static Stream<byte[]> statements() {
        String signed = ", statement: s, owner: o, evidence: e, from: 2020-01-01, until: 2020-12-31}]";
        return Tried.bytes(Stream.of(
                "attestations: [{asset: {kind: storage.bucket}, field: facets.public, value: false" + signed,
                "attestations: [{asset: {type: aws.s3.bucket, tags: {a: b}}, field: attributes.Versioning, value: {Status: Enabled}"
                        + signed,
                "attestations: [{asset: {type: aws.s3.bucket}, field: attributes.Policy, value: &a [*a]" + signed,
                "waivers: [{rule: bucket-not-public, asset: {name: x}, reason: r, owner: o, until: 9999-12-31}]",
                "waivers: [{rule: bucket-not-public, branch: /a/b/, reason: r, owner: o, until: 2026-02-30}]"));
    }

    @MethodSource("statements")
    @DictionaryEntries({
        "attestations: ",
        "waivers: ",
        "asset: ",
        "field: ",
        "facets.",
        "attributes.",
        "value: ",
        "until: ",
        "from: ",
        "0000-01-01",
        "9999-12-31",
        "branch: ",
        "tags: ",
        "uid: ",
        "kind: ",
        "type: ",
        "&a ",
        "*a",
        "\"\\0\"",
        "!!map ",
        "<<: *a",
        "? ",
        "--- ",
        "|2-"
    })
    @FuzzTest(maxDuration = "5m")
    void statementsAreReadAndJudgedByOrRefused(byte[] yaml) throws Exception {
        Path file = folder.resolve("statements.yaml");
        Files.write(file, yaml);
        Tried.on(() -> judge(new AttestationReader(SmallSnapshot.TYPES).read(file), List.of()));
        Tried.on(() -> judge(List.of(), new WaiverReader(SmallSnapshot.TYPES).read(file)));
    }

    private static void judge(List<Attestation> attestations, List<Waiver> waivers) {
        Statements statements = new Statements(attestations, waivers);
        for (Warning warning : statements.warnings(snapshot, SmallSnapshot.RULES, Evaluation.timeOf(snapshot))) {
            assertThat(warning.line()).isPositive();
            assertThat(warning.message().en()).isNotBlank();
        }
        new Evaluation(snapshot, SmallSnapshot.TYPES, SmallSnapshot.RULES, statements, Evaluation.timeOf(snapshot), 1)
                .forEach(finding -> assertThat(finding.attested().isEmpty() || finding.verdict() != Verdict.UNKNOWN)
                        .isTrue());
    }
}
