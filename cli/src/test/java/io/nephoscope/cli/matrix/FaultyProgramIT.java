package io.nephoscope.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.wire.Colours;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.FaultProxy;
import io.nephoscope.cli.wire.Moto;
import io.nephoscope.cli.wire.Nephoscope;
import io.nephoscope.cli.wire.Worlds;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program under each sort of fault, once: as many in one run as meet calls that nothing needs together. */
class FaultyProgramIT {
    private static final Plan PLAN = AwsCloud.plan(Bench.OURS);

    @TempDir
    private Path folder;

    /** Each sort of fault meets another call that assets need. */
    static List<Map<String, Fault>> faults() {
        List<String> details = PLAN.calls().stream()
                .filter(PLAN::isDetail)
                .filter(call -> PLAN.types().stream().noneMatch(type -> PLAN.lists(call, type)))
                .filter(call -> !PLAN.isOfAll(call) && !call.equals(AwsCloud.LOCATION))
                .toList();
        Iterator<Fault> left = List.of(Fault.values()).iterator();
        List<Map<String, Fault>> runs = new ArrayList<>();
        for (List<String> colour : Colours.of(details, PLAN::meet)) {
            Map<String, Fault> run = new TreeMap<>();
            colour.stream().takeWhile(call -> left.hasNext()).forEach(call -> run.put(call, left.next()));
            if (!run.isEmpty()) {
                runs.add(run);
            }
        }
        assertThat(left).isExhausted();
        return runs;
    }

    private Nephoscope.Run scan(String endpoint) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("organisation.yaml"), """
                name: Two accounts
                accounts:
                  - {provider: aws, name: First, endpoint-url: "%s"}
                  - {provider: aws, name: Second, endpoint-url: "%s", role-arn: "%s"}
                """.formatted(endpoint, endpoint, Moto.AUDIT_ROLE));
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_REGION",
                Worlds.REGIONS.get(0),
                "JDK_JAVA_OPTIONS",
                "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file"));
        return new Nephoscope(folder, environment)
                .run(
                        "scan",
                        "--org",
                        "organisation.yaml",
                        "-o",
                        "json=report.json",
                        "--call-timeout",
                        "10",
                        "--max-attempts",
                        "2",
                        "--verbose");
    }

    /** What the rules that come along say where nothing fails. */
    private static List<Finding> healthy() throws Exception {
        return Replay.learnt().healthy().findings().values().stream()
                .filter(finding -> PLAN.rules().contains(finding.rule()))
                .toList();
    }

    /** Of what is known in health: what no call tells of is unknown without any fault. */
    private static void isIncompleteAndNames(Nephoscope.Run run, Set<String> calls) throws Exception {
        Set<Seen.Key> knownInHealth = healthy().stream()
                .filter(finding -> finding.verdict() != Verdict.UNKNOWN)
                .map(Seen.Key::of)
                .collect(Collectors.toSet());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).doesNotContain("\tat ").doesNotContain("internal error");
        JsonNode report = run.json("report.json");
        assertThat(report.at("/scan/complete").asBoolean(true)).isFalse();
        List<JsonNode> unknown = StreamSupport.stream(report.path("findings").spliterator(), false)
                .filter(finding -> finding.path("verdict").asText().equals("UNKNOWN"))
                .filter(finding -> finding.at("/asset/nativeId").asText().equals("*")
                        || knownInHealth.contains(new Seen.Key(
                                finding.at("/rule/id").asText(),
                                finding.at("/asset/uid").asText())))
                .toList();
        assertThat(unknown)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.path("missing"))
                        .anySatisfy(cause ->
                                assertThat(calls).contains(cause.path("call").asText())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theProgramEndsWithThreeAndNamesWhatItCouldNotRead(Map<String, Fault> faults) throws Exception {
        try (FaultProxy proxy = Replay.learnt().proxy()) {
            faults.forEach(proxy::fail);
            Nephoscope.Run run = scan(proxy.endpoint().toString());

            isIncompleteAndNames(run, faults.keySet());
            JsonNode findings = run.json("report.json").path("findings");
            assertThat(findings).hasSize(healthy().size());
            assertThat(StreamSupport.stream(findings.spliterator(), false)
                            .flatMap(finding ->
                                    StreamSupport.stream(finding.path("missing").spliterator(), false))
                            .map(cause -> cause.path("call").asText()))
                    .containsAll(faults.keySet());
        }
    }

    @Test
    void aRegionWhoseNameDoesNotResolveIsUnknownAndNotEmpty() throws Exception {
        String far = Worlds.REGIONS.get(1);
        Hosts.add("program.test", PLAN.services(), Worlds.REGIONS, Set.of(far));
        try (FaultProxy proxy = Replay.learnt().proxy()) {
            Nephoscope.Run run = scan(
                    "http://{service}.{region}.program.test:" + proxy.endpoint().getPort());

            isIncompleteAndNames(run, Set.copyOf(PLAN.calls()));
            assertThat(run.json("report.json").path("findings")).anySatisfy(finding -> {
                assertThat(finding.at("/asset/nativeId").asText()).isEqualTo("*");
                assertThat(finding.at("/asset/scope/region").asText()).isEqualTo(far);
                assertThat(finding.at("/missing/0/message").asText()).startsWith("UnknownHostException");
            });
        }
    }
}
