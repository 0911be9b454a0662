package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that nobody types. */
class ConfigurationTest {
    private static final String[] SCAN = {"scan", "--allow-incomplete"};
    private static final String TOY = """
            org: organisation.yaml
            rules-dir: [rules]
            rule: [toy-bucket-closed]
            """;

    @TempDir
    private Path folder;

    /** A folder with one open bucket and the rule that it breaks. */
    private Path project(String yaml) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Path rule = Path.of("src/test/resources/rules/toy-bucket-closed.yaml");
        Files.copy(rule, rules.resolve(rule.getFileName()));
        Files.writeString(
                folder.resolve("organisation.yaml"), "name: Group\naccounts: [{provider: toy, world: north/a=open}]\n");
        return Files.writeString(folder.resolve("nephoscope.yaml"), yaml);
    }

    private Cli run(Map<String, String> environment, String... arguments) {
        return Cli.in(folder, environment, arguments);
    }

    @Test
    void aScanTakesItsOptionsFromTheNearestFileAndSaysSo() throws Exception {
        Path file = project(TOY + "scan: {fail-on: low, output: [json=report.json]}\n");
        Path below = Files.createDirectories(folder.resolve("a/b"));

        Cli cli = Cli.in(below, Map.of(), SCAN);

        assertThat(cli.code()).as(cli.err()).isEqualTo(1);
        assertThat(cli.err()).startsWith("Options are from " + file + ".\n");
        assertThat(folder.resolve("report.json"))
                .as("beside the file that names it")
                .exists();
        assertThat(Cli.in(below, Map.of(), "scan", "--allow-incomplete", "--quiet")
                        .err())
                .doesNotContain("Options are from");
    }

    @Test
    void aFlagWinsOverAVariableAndThatOverTheFile() throws Exception {
        project(TOY + "fail-on: critical\n");
        Map<String, String> variable = Map.of("NEPHOSCOPE_FAIL_ON", "low");

        assertThat(run(Map.of(), SCAN).code()).isZero();
        assertThat(run(variable, SCAN).code()).isEqualTo(1);
        assertThat(run(variable, "scan", "--allow-incomplete", "--fail-on", "critical")
                        .code())
                .isZero();
    }

    @Test
    void aFlagTakesThePlaceOfAListInTheFile() throws Exception {
        project(TOY.replace("toy-bucket-closed", "no-such-rule"));

        assertThat(run(Map.of(), SCAN).err()).contains("There is no rule no-such-rule");
        assertThat(run(Map.of(), "scan", "--allow-incomplete", "--rule", "toy-bucket-closed")
                        .code())
                .isZero();
    }

    @Test
    void anAccountThatIsNamedTakesThePlaceOfTheOrganisationOfTheFile() throws Exception {
        project(TOY);

        Cli cli = run(Map.of(), "scan", "--provider", "toy", "--set", "world=north/b=open");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("1 asset");
    }

    @Test
    void theFileMayBeNamedOrLeftOut() throws Exception {
        Path file = project(TOY);
        Path other = Files.move(file, folder.resolve("other.yaml"));
        Files.writeString(file, "no: sense");

        assertThat(run(Map.of(), "scan", "--config", other.toString()).err()).startsWith("Options are from " + other);
        assertThat(run(Map.of("NEPHOSCOPE_CONFIG", other.toString()), "scan").err())
                .startsWith("Options are from " + other);
        assertThat(run(Map.of(), "scan", "--no-config").err()).startsWith("Name an organisation file with --org");
        assertThat(run(Map.of("NEPHOSCOPE_NO_CONFIG", "true"), "scan").err())
                .startsWith("Name an organisation file with --org");
        assertThat(run(Map.of(), "scan", "--config", "none.yaml").code()).isEqualTo(2);
        assertThat(run(Map.of(), "version").code()).as("what needs no options").isZero();
        assertThat(run(Map.of(), "scan", "--help").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fail_on: high             | , line 1, column 1, field fail_on: there is no option and no command of this name (did you mean fail-on?); 'nephoscope config schema' lists them.
            scan: {fial-on: high}     | , line 1, column 8, field scan.fial-on: scan has no such option (did you mean fail-on?); it has
            set: {key: secret}        | , line 1, column 1, field set: this belongs on the command line, or in an organisation file; take it out.
            scan: high                | , line 1, column 7, field scan: here should be fields
            fail-on: hihg             | , line 1, column 10, field fail-on: Invalid value for option '--fail-on': there is no hihg (did you mean high?); choose one of critical, high, medium, low.
            fail-on:                  | , line 1, column 1, field fail-on: nothing is said here; say what it is to be, or take it out.
            scan: {fail-on: }         | , line 1, column 8, field scan.fail-on: nothing is said here; say what it is to be, or take it out.
            fail-on: [high]           | , line 1, column 10, field fail-on: here should be a single text.
            max-drop: much            | , line 1, column 11, field max-drop: Invalid value for option '--max-drop': 'much' is not an int.
            allow-shrink: perhaps     | , line 1, column 15, field allow-shrink: here can stand true or false.
            output: [jsn=x]           | , line 1, column 9, field output: Invalid value for option '--output' (FORMAT=FILE): there is no jsn (did you mean json?)
            """)
    void aMistakeInTheFileIsNamedWithItsPlace(String yaml, String sentence) throws Exception {
        Path file = project(yaml);

        Cli cli = run(Map.of(), SCAN);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).startsWith(file + sentence);
        assertThat(run(Map.of(), "config", "show").code()).isEqualTo(2);
        assertThat(ConfigCommandTest.faults(yaml)).as("by the schema").isNotEmpty();
    }

    @Test
    void aMistakeInAVariableNamesIt() throws Exception {
        project(TOY);

        assertThat(run(Map.of("NEPHOSCOPE_FAIL_ON", "hihg"), SCAN).err())
                .startsWith("The variable NEPHOSCOPE_FAIL_ON: Invalid value")
                .contains("did you mean high?");
        assertThat(run(Map.of("NEPHOSCOPE_FAILON", "high", "NEPHOSCOPE_CDS", "off", "NEPHOSCOPE_MOUNTAIN", "x"), SCAN)
                        .err()
                        .lines())
                .contains("The variable NEPHOSCOPE_FAILON fits no option (did you mean NEPHOSCOPE_FAIL_ON?).")
                .filteredOn(line -> line.contains("fits no option"))
                .hasSize(1);
    }

    @Test
    void aListStandsInAVariableWithCommas() throws Exception {
        project("org: organisation.yaml\n");

        assertThat(run(
                                Map.of(
                                        "NEPHOSCOPE_RULES_DIR",
                                        folder.resolve("rules").toString(),
                                        "NEPHOSCOPE_RULE",
                                        "bucket-not-public, toy-bucket-close"),
                                SCAN)
                        .err())
                .contains("There is no rule toy-bucket-close");
    }

    @Test
    void noOutputIsWrittenOverTheFile() throws Exception {
        Path file = project(TOY);

        Cli cli = run(Map.of(), "scan", "-o", "json=" + file);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("would be written over what is read: --config");
        assertThat(file).hasContent(TOY);
    }

    @Test
    void whatAScanWritesAPlanDoesNot() throws Exception {
        project(TOY + "output: [html=report.html]\n");

        Cli plan = run(Map.of(), "plan");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(folder.resolve("report.html")).doesNotExist();
    }

    @Test
    void theLanguageMayStandInTheFile() throws Exception {
        project(TOY + "lang: zh\n");

        assertThat(run(Map.of(), SCAN).err()).startsWith("选项来自 ");
        assertThat(run(Map.of(), "scan", "--lang", "en").err()).startsWith("Options are from ");
    }

    @Test
    void aFileOfAnotherUserIsNotTakenUnlessItIsNamed() throws Exception {
        Path file = project(TOY);

        assertThat(ConfigurationFile.isOwn(file)).isTrue();
        assertThatThrownBy(() -> ConfigurationFile.find(folder, Optional.empty(), it -> false))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(file + " belongs to another user;");
    }

    @Test
    void nothingAboveTheHomeIsTaken() throws Exception {
        project(TOY);
        Path home = Files.createDirectories(folder.resolve("home/work")).getParent();

        assertThat(ConfigurationFile.find(home.resolve("work"), Optional.of(home), it -> true))
                .isEmpty();
        assertThat(ConfigurationFile.find(home.resolve("work"), Optional.of(folder), it -> true))
                .isPresent();
    }

    @Test
    void everyNameStandsForOneThing() {
        CommandSpec root = Nephoscope.commandLine(new Terminal(
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        Terminal.Looks.PLAIN,
                        Map.of()))
                .getCommandSpec();
        Map<String, CommandSpec> commands = Configurable.commands(root);
        List<OptionSpec> options = new ArrayList<>();
        commands.values().forEach(command -> options.addAll(command.options()));

        assertThat(options)
                .as("so that a command line is complete without the file")
                .noneMatch(OptionSpec::required);
        assertThat(options.stream().map(Configurable::name))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(commands.keySet());
        assertThat(options.stream().map(option -> Configurable.variable(Configurable.name(option))))
                .doesNotContainAnyElementsOf(Configurable.OTHER_VARIABLES);
    }
}
