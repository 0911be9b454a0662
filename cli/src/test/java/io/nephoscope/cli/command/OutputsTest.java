package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Nothing that is written may be what is read, or what is written elsewhere. */
class OutputsTest {
    private static final String OVER_WHAT_IS_READ = " would be written over what is read: ";

    @TempDir
    private Path folder;

    private Path organisation;
    private Path assets;

    @BeforeEach
    void files() throws IOException {
        assets = Files.writeString(folder.resolve("assets.csv"), "class,native_id\ncompute.vm,vm-1\n");
        organisation = Files.writeString(folder.resolve("org.yaml"), """
                name: Group
                waivers: waivers.yaml
                accounts:
                  - {provider: files, name: Hills, path: assets.csv, mapping: map.yaml}
                  - {provider: aws, name: Port, ca: ca.pem, credentials: {file: keys}}
                  - {provider: azure, name: Light, client-certificate: light.pem, credentials: {command: [./ask, for it]}}
                  - {provider: jdcloud, name: Lake, replay: seen.ndjson, record: record.ndjson, regions: [cn-north-1]}
                  - {provider: aws, name: Old, snapshot: old}
                """);
        Files.writeString(folder.resolve("waivers.yaml"), "waivers: []");
        Files.createDirectory(folder.resolve("old"));
        for (String name :
                List.of("map.yaml", "ca.pem", "keys", "light.pem", "ask", "seen.ndjson", "old/units.ndjson")) {
            Files.writeString(folder.resolve(name), "precious");
        }
    }

    private static Stream<ArgSpec> arguments(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream(), command.getCommandSpec().positionalParameters().stream());
    }

    /** Of one value, where there may be none or many. */
    private static Class<?> type(ArgSpec arg) {
        Class<?>[] inner = arg.auxiliaryTypes();
        return inner.length == 0 ? arg.type() : inner[inner.length - 1];
    }

    @Test
    void whateverNamesAFileOrAFolderSaysByItsTypeWhetherItIsReadOrWritten() {
        List<ArgSpec> naming = HelpTest.commands()
                .flatMap(OutputsTest::arguments)
                .filter(arg -> arg.paramLabel().matches(".*FILE|DIR|FOLDER|PATH|SNAPSHOT|SCAN|BEFORE|NOW"))
                .filter(arg -> !(arg instanceof OptionSpec option
                        && option.longestName().equals("--branch")))
                .toList();

        assertThat(naming).hasSizeGreaterThan(20);
        assertThat(naming)
                .allSatisfy(arg -> assertThat(type(arg))
                        .as(arg.toString())
                        .isIn(Path.class, OutputFile.class, ReportFile.class, ChangesFile.class, OutputFolder.class));
    }

    /** Every command that writes a file, with each argument that names what it reads. */
    static Stream<Arguments> inputs() {
        return HelpTest.commands()
                .filter(command -> arguments(command)
                        .anyMatch(arg -> type(arg) == ReportFile.class || type(arg) == OutputFile.class))
                .flatMap(command -> arguments(command)
                        .filter(arg -> type(arg) == Path.class)
                        .map(arg -> Arguments.of(
                                command.getCommandSpec().qualifiedName(),
                                arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel(),
                                arg.isOption())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("inputs")
    void noOutputIsWrittenOverWhatAnOptionNames(String command, String name, boolean isOption) throws IOException {
        String precious = "{} # as a configuration may be too\n";
        Path input = Files.writeString(folder.resolve("input"), precious);
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.remove(0);
        String positional = switch (command.substring(command.lastIndexOf(' ') + 1)) {
            case "evaluate", "report", "check" -> isOption ? "other" : input.toString();
            default -> "";
        };
        words.add("-o");
        words.add("json=" + input);
        if (isOption) {
            words.add(name + "=" + input);
        }
        if (!positional.isEmpty()) {
            words.add(positional);
        }

        assertThat(Cli.run(words.toArray(String[]::new)))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "-o json=" + input + OVER_WHAT_IS_READ + name + " " + input + "; name another place.\n"));
        assertThat(input).hasContent(precious);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waivers.yaml, the waivers of /Group",
                "assets.csv, the setting path of Hills",
                "map.yaml, the setting mapping of Hills",
                "ca.pem, the setting ca of Port",
                "keys, the credentials of Port",
                "light.pem, the setting client-certificate of Light",
                "ask, the credentials of Light",
                "seen.ndjson, the setting replay of Lake",
                "old/units.ndjson, the snapshot of Old"
            })
    void noOutputIsWrittenOverWhatTheOrganisationNames(String nameAndPlace) throws IOException {
        String[] parts = nameAndPlace.split(", ");
        Path input = folder.resolve(parts[0]);
        byte[] before = Files.readAllBytes(input);

        Cli cli = Cli.run("plan", "--org", organisation.toString(), "--branch", "/Group", "-o", "json=" + input);

        assertThat(cli.err()).startsWith("-o json=" + input + OVER_WHAT_IS_READ + parts[1] + ", ");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(input).hasBinaryContent(before);
    }

    @Test
    void noOutputIsWrittenOverAFileOfASettingOnTheCommandLine() {
        Cli cli = Cli.run("scan", "--provider", "files", "--set", "path=" + assets, "-o", "csv=" + assets);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains(OVER_WHAT_IS_READ + "the setting path of files");
        assertThat(assets).hasContent("class,native_id\ncompute.vm,vm-1");
    }

    @Test
    void whatAnAccountIsToRecordIsAnOutputToo() {
        Path record = folder.resolve("record.ndjson");

        assertThat(Cli.run("plan", "--org", organisation.toString(), "-o", "json=" + record)
                        .err())
                .isEqualTo("-o json=" + record + " and the setting record of Lake, " + record
                        + " would be written to one place; name two.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.yaml", "./org.yaml", "old/../org.yaml", "way/org.yaml", "hard.yaml", "way/old/../org.yaml"})
    void noSpellingOfANameHelps(String spelling) throws IOException {
        Files.createSymbolicLink(folder.resolve("way"), folder);
        Files.createLink(folder.resolve("hard.yaml"), organisation);
        String before = Files.readString(organisation);

        Cli cli = Cli.run("plan", "--org", organisation.toString(), "-o", "json=" + folder + "/" + spelling);

        assertThat(cli.err()).contains(OVER_WHAT_IS_READ + "--org " + organisation);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(organisation).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "assets.ndjson",
                "units.ndjson",
                "ledger.ndjson",
                "findings.ndjson",
                "judgement.json",
                "lock"
            })
    void noReportIsWrittenOverAFileOfTheSnapshot(String file) throws IOException {
        Path snapshot = Files.createDirectory(folder.resolve("snapshot"));

        assertThat(Cli.run("evaluate", snapshot.toString(), "-o", "json=" + snapshot.resolve(file))
                        .err())
                .contains(OVER_WHAT_IS_READ + "SNAPSHOT " + snapshot);
        assertThat(Cli.run("scan", "--provider=toy", "--snapshot=" + snapshot, "-o", "json=" + snapshot.resolve(file))
                        .err())
                .contains("would be written to one place");
        assertThat(snapshot).isEmptyDirectory();
    }

    @Test
    void noReportIsWrittenAsARule() {
        assertThat(Cli.run("scan", "--provider=toy", "--rules-dir=" + folder, "-o", "json=" + folder + "/new.yaml")
                        .err())
                .contains(OVER_WHAT_IS_READ + "--rules-dir " + folder);
        assertThat(folder.resolve("new.yaml")).doesNotExist();
    }

    @Test
    void noReportIsWrittenOverWhatAFolderReadsUnderALink() throws IOException {
        Path rule = Files.writeString(folder.resolve("real.txt"), "precious");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.createSymbolicLink(rules.resolve("linked.yaml"), rule);

        Cli cli = Cli.run("scan", "--provider=toy", "--rules-dir=" + rules, "-o", "csv=" + rule);

        assertThat(cli.err()).contains(OVER_WHAT_IS_READ + "--rules-dir " + rules);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(rule).hasContent("precious");
    }

    @Test
    void aNameThatNoFileMayHaveIsOneSentence() {
        String name = folder.resolve("x".repeat(300)).toString();

        Cli cli = Cli.run("scan", "--provider=toy", "-o", "csv=" + name);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/../dev/stdout", "/proc/thread-self/fd/1", "/dev/fd/1"})
    void standardOutputHasManyNamesAndTakesOneReport(String name) {
        assertThat(Cli.run("scan", "--provider=toy", "-o", "csv=" + name, "-o", "html=-")
                        .err())
                .contains("would be written to one place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--snapshot", "--resume"})
    void noSnapshotIsWrittenIntoTheBaseline(String option) throws IOException {
        Path baseline = Files.createDirectory(folder.resolve("baseline"));
        for (Path into : List.of(baseline, baseline.resolve("new"), folder.resolve("x/../baseline/new"))) {
            Cli cli = Cli.run("scan", "--provider=toy", "--baseline=" + baseline, option + "=" + into);

            assertThat(cli.err())
                    .isEqualTo(option + " " + into + OVER_WHAT_IS_READ + "--baseline " + baseline
                            + "; name another place.\n");
            assertThat(cli.code()).isEqualTo(2);
        }
        assertThat(baseline).isEmptyDirectory();
    }

    @Test
    void twoReportsDoNotGoIntoOneFile() throws IOException {
        Path file = folder.resolve("report");
        Files.createSymbolicLink(folder.resolve("way"), folder);

        assertThat(Cli.run("scan", "--provider=toy", "-o", "json=" + file, "-o", "csv=" + folder + "/way/report"))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "-o json=" + file + " and -o csv=" + folder + "/way/report would be written to one place; name"
                                + " two.\n"));
        assertThat(Cli.run("scan", "--provider=toy", "-o", "json=-", "-o", "csv=/dev/stdout")
                        .err())
                .contains("would be written to one place");
    }

    @Test
    void aDeviceTakesAsManyReportsAsThereAre() {
        Cli cli = Cli.run(
                "inventory", "--provider=files", "--set=path=" + assets, "-o", "json=/dev/null", "-o", "csv=/dev/null");

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
    }

    @Test
    void aLinkInPlaceOfAReportIsToldBeforeAnythingIsRead() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));

        assertThat(Cli.run("inventory", "--provider=toy", "-o", "json=" + link))
                .isEqualTo(
                        new Cli(
                                2,
                                "",
                                "The file " + link
                                        + " cannot be written (it is a symbolic link, which is not followed); name another file.\n"));
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aReportWhoseNameEndsInGzIsPackedAndAlwaysTheSame() throws IOException {
        String snapshot = folder.resolve("seen").toString();
        String packed = folder.resolve("findings.csv.gz").toString();
        Path again = folder.resolve("again.csv.gz");

        Cli.run(
                "scan",
                "--provider=toy",
                "--snapshot=" + snapshot,
                "-o",
                "csv=" + folder + "/a.csv",
                "-o",
                "csv=" + packed);
        Cli.run("report", snapshot, "-o", "csv=" + again);

        assertThat(unpacked(again)).isEqualTo(Files.readAllBytes(folder.resolve("a.csv")));
        assertThat(again).hasSameBinaryContentAs(Path.of(packed));
        // RFC 1952: the method, no flags and so no name, no time, no hint, and no system.
        assertThat(Arrays.copyOf(Files.readAllBytes(again), 10))
                .isEqualTo(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255});
    }

    @Test
    void anAnswerIsPackedLikeAReport() throws IOException {
        Path packed = folder.resolve("plan.json.gz");

        assertThat(Cli.run("plan", "--provider=toy", "-o", "json=" + packed).code())
                .isZero();

        assertThat(new String(unpacked(packed), StandardCharsets.UTF_8))
                .isEqualTo(Cli.run("plan", "--provider=toy", "-o", "json=-").out());
    }

    @Test
    void whatAFormatLeavesOutIsSaidAndOnlyThen() {
        assertThat(judging("asff=" + folder + "/a.asff"))
                .isEqualTo(
                        "Left out of the ASFF report, since Security Hub takes findings of AWS accounts alone: 1.\n");
        assertThat(judging("sarif=" + folder + "/a.sarif")).isEmpty();
    }

    private static String judging(String output) {
        return Cli.run(
                        "scan",
                        "--provider=toy",
                        "--set=world=north/a=open",
                        "--rules-dir=src/test/resources/rules",
                        "--rule=toy-bucket-closed",
                        "--quiet",
                        "-o",
                        output)
                .err();
    }

    @Test
    void aModeThatIsNoneIsRefused() {
        assertThat(Cli.run("inventory", "--provider=toy", "--output-mode=777").err())
                .contains("write it as 640: 6 for the owner, then 6, 4 or 0 for the group and for all others");
    }
}
