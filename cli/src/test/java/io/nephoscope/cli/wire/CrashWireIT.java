package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scan that was cut off leaves behind, and how it goes on: with real processes that are really killed. */
class CrashWireIT {
    /** So many scans with {@code -Pnightly}, and a quarter of them without. */
    private static final int SCANS = 4;
    /** So often is each of these killed before it comes to its end. */
    private static final int KILLS_EACH = 4;
    /** So many more are killed after the last call, while the findings are made and the reports written. */
    private static final int LATE_KILLS = 4;

    private static final boolean IS_NIGHTLY = "whole".equals(System.getProperty("nephoscope.matrix"));
    /** How the exit of a killed process shows: 128 and the number of SIGKILL. */
    private static final int KILLED = 137;

    private static final AtomicInteger SURVIVED = new AtomicInteger();

    @TempDir
    private static Path healthyFolder;

    private static Moto moto;
    private static FaultProxy proxy;
    private static int calls;
    private static String findings;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seedAndScan() throws Exception {
        moto = Moto.start();
        Answers answers = new Answers();
        proxy = FaultProxy.before(moto).remembering(answers);
        for (World world : List.of(new StorageWorld(), new DatabaseWorld())) {
            world.seed(moto);
            world.correct(proxy);
        }
        // The first scan has the emulator make its credential report, for which the others need not wait.
        Judged.scan(proxy.endpoint(), healthyFolder.resolve("first"), "us-east-1", "eu-west-1");
        proxy.heal();
        Nephoscope.Run run = scan(healthyFolder, List.of(), process -> {}, "--snapshot", "snapshot");
        answers.keep();
        assertThat(run.exitCode()).as(run.err()).isZero();
        calls = proxy.calls().size();
        findings = findings(healthyFolder);
        assertThat(findings.lines()).hasSizeGreaterThan(50);
    }

    @AfterAll
    static void stop() {
        System.out.printf(
                "Kills survived: %d (of %d; the others came too late)%n",
                SURVIVED.get(),
                times(SCANS).count() * KILLS_EACH + times(LATE_KILLS).count());
        proxy.close();
        moto.close();
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    private static String findings(Path folder) throws IOException {
        return Files.readString(folder.resolve("snapshot").resolve("findings.ndjson"));
    }

    private static Nephoscope.Run scan(Path into, List<String> before, Consumer<Process> meanwhile, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--provider",
                "aws",
                "--set",
                "endpoint-url=" + proxy.endpoint(),
                "--region",
                "us-east-1",
                "--region",
                "eu-west-1",
                "-o",
                "json=report.json"));
        arguments.addAll(List.of(more));
        return program(into).run(before, meanwhile, arguments.toArray(String[]::new));
    }

    /** The rules that say something, and be it that they do not know. */
    private static Set<String> rules(String findings) {
        Set<String> rules = new TreeSet<>();
        Matcher rule = Pattern.compile("\"rule\":\\{\"id\":\"([a-z0-9-]+)\"").matcher(findings);
        while (rule.find()) {
            rules.add(rule.group(1));
        }
        return rules;
    }

    private static Nephoscope program(Path folder) {
        return new Nephoscope(folder, Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
    }

    private Nephoscope.Run resume() throws IOException, InterruptedException {
        return scan(folder, List.of(), process -> {}, "--resume", "snapshot");
    }

    /** Opens when so many calls have come; each of them is answered as ever. */
    private static CountDownLatch afterCalls(int count) {
        CountDownLatch reached = new CountDownLatch(count);
        proxy.fail(
                request -> {
                    reached.countDown();
                    return false;
                },
                Fault.RESET);
        return reached;
    }

    private static void await(CountDownLatch reached, Process process) {
        try {
            while (process.isAlive() && !reached.await(10, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Kills a scan, be it a new one or one that goes on. */
    private void kill(CountDownLatch moment, long thenMillis) throws IOException, InterruptedException {
        Nephoscope.Run killed = goOn(process -> {
            await(moment, process);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(thenMillis));
            process.destroyForcibly();
        });
        proxy.heal();
        assertThat(killed.err()).doesNotContain("\tat ");
        SURVIVED.addAndGet(killed.exitCode() == KILLED ? 1 : 0);
    }

    private Nephoscope.Run goOn(Consumer<Process> meanwhile) throws IOException, InterruptedException {
        return scan(folder, List.of(), meanwhile, isBegun() ? "--resume" : "--snapshot", "snapshot");
    }

    /** A report of what is there so far. */
    private Nephoscope.Run evaluate() {
        return program(folder)
                .here(
                        "evaluate",
                        folder.resolve("snapshot").toString(),
                        "-o",
                        "json=" + folder.resolve("partial.json"));
    }

    private boolean isBegun() {
        return Files.exists(folder.resolve("snapshot").resolve("manifest.json"));
    }

    private void comesToItsEnd() throws IOException, InterruptedException {
        Nephoscope.Run last = goOn(process -> {});
        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(findings(folder)).isEqualTo(findings);
        assertThat(folder.resolve("report.json")).exists();
    }

    private static IntStream times(int nightly) {
        return IntStream.rangeClosed(1, IS_NIGHTLY ? nightly : nightly / 4);
    }

    /** The same moments in every run, as far as calls that are sent side by side come in one order. */
    private static Random moments(int seed) {
        return new Random(seed);
    }

    private static IntStream scans() {
        return times(SCANS);
    }

    private static IntStream lateKills() {
        return times(LATE_KILLS);
    }

    @ParameterizedTest
    @MethodSource("scans")
    void aScanThatIsKilledAgainAndAgainGoesOnToTheFindingsOfOneThatIsNot(int scan) throws Exception {
        Random moments = moments(scan);
        for (int i = 0; i < KILLS_EACH; i++) {
            kill(afterCalls(1 + moments.nextInt(calls / KILLS_EACH)), moments.nextInt(10));
        }
        if (isBegun()) {
            Nephoscope.Run partial = evaluate();
            boolean complete = partial.json("partial.json").at("/scan/complete").asBoolean();
            assertThat(partial.exitCode()).as(partial.err()).isEqualTo(complete ? 0 : 3);
        }
        comesToItsEnd();
    }

    @ParameterizedTest
    @MethodSource("lateKills")
    void aScanThatIsKilledAfterItsLastCallGoesOnToTheSameFindings(int kill) throws Exception {
        kill(afterCalls(calls), moments(kill).nextInt(150));
        comesToItsEnd();
    }

    @Test
    void whatWasReadBeforeIsNotAskedForAgain() throws Exception {
        CountDownLatch moment = afterCalls(calls * 3 / 4);
        scan(
                folder,
                List.of(),
                process -> {
                    await(moment, process);
                    process.destroyForcibly();
                },
                "--snapshot",
                "snapshot");
        proxy.heal();

        assertThat(resume().exitCode()).isZero();
        assertThat(proxy.calls().size()).isLessThan(calls);
        assertThat(findings(folder)).isEqualTo(findings);
    }

    @Test
    void controlCLeavesWhatWasReadAndSaysHowToGoOn() throws Exception {
        CountDownLatch moment = afterCalls(calls / 2);
        Nephoscope.Run interrupted = scan(
                folder,
                List.of(),
                process -> {
                    await(moment, process);
                    assertThat(process.toHandle().destroy()).isTrue();
                },
                "--snapshot",
                "snapshot");
        proxy.heal();

        assertThat(interrupted.err())
                .contains("What was read is in snapshot: go on with --resume snapshot")
                .contains("Interrupted.")
                .doesNotContain("\tat ");
        assertThat(interrupted.exitCode()).isNotZero();
        Nephoscope.Run partial = evaluate();
        assertThat(partial.exitCode()).isEqualTo(3);
        assertThat(rules(findings(folder))).isEqualTo(rules(findings));
        assertThat(partial.out()).contains("The scan was cut off before it came to its end.");
        assertThat(resume().exitCode()).isZero();
        assertThat(findings(folder)).isEqualTo(findings);
    }

    @Test
    void aDiskThatIsFullIsOneSentenceAndTheScanGoesOnOnceThereIsRoom() throws Exception {
        // No file may grow beyond so many blocks, which a manifest fits into, as on a disk that is full.
        List<String> full = List.of("sh", "-c", "ulimit -f 32; exec \"$@\"", "sh");
        Nephoscope.Run broken = scan(folder, full, process -> {}, "--snapshot", "snapshot");

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err())
                .contains(
                        "The snapshot in snapshot cannot be written any further (File too large); make room, and go on"
                                + " with --resume.")
                .doesNotContain("\tat ");
        assertThat(evaluate().exitCode()).isEqualTo(3);
        assertThat(resume().exitCode()).isZero();
        assertThat(findings(folder)).isEqualTo(findings);
    }

    @Test
    void twoScansIntoOneFolderAndHalvesOfDifferentScansAreRefusedInOneSentenceEach() throws Exception {
        CountDownLatch moment = afterCalls(10);
        proxy.fail("s3:GetBucketVersioning", Fault.SILENCE);
        List<Nephoscope.Run> meanwhile = new ArrayList<>();
        scan(
                folder,
                List.of(),
                process -> {
                    await(moment, process);
                    try {
                        meanwhile.add(resume());
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    process.destroyForcibly();
                },
                "--snapshot",
                "snapshot",
                "--call-timeout",
                "300");
        proxy.heal();
        Nephoscope.Run other =
                scan(folder, List.of(), process -> {}, "--resume", "snapshot", "--rule", "bucket-versioning-enabled");
        Nephoscope.Run begun = scan(folder, List.of(), process -> {}, "--snapshot", "snapshot");

        assertThat(meanwhile)
                .singleElement()
                .satisfies(run -> assertThat(run.err())
                        .contains("Another scan is writing into snapshot; wait for its end, or name another folder."));
        assertThat(other.err())
                .contains("The scan in snapshot was begun for other rules; go on with it by the options");
        assertThat(begun.err()).contains("holds a scan that was cut off; go on with it by --resume");
        assertThat(List.of(meanwhile.get(0), other, begun))
                .extracting(Nephoscope.Run::exitCode)
                .containsOnly(2);
    }
}
