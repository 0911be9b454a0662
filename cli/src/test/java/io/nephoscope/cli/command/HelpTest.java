package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.terminal.Terminal;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

class HelpTest {
    private static final int USUAL_WIDTH = 80;

    private static CommandLine root() {
        return Nephoscope.commandLine(new Terminal(
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Terminal.Looks.PLAIN, Map.of()));
    }

    static Stream<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>();
        collect(root(), all);
        return all.stream()
                .filter(command -> !(command.getCommand() instanceof HelpCommand))
                .filter(command -> !command.getCommandSpec().usageMessage().hidden());
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(below -> collect(below, all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysWhatItDoesAndGivesExamples(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(examples(command)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleIsUnderstood(CommandLine command) {
        for (String example : examples(command)) {
            String[] words = example.replaceAll(".*?nephoscope ", "").split("[ )]+");
            String[] known = Arrays.stream(words)
                    .takeWhile(word -> !word.equals(">") && !word.equals("|"))
                    .toArray(String[]::new);
            assertThat(root().parseArgs(known).unmatched()).as(example).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpFitsIntoATerminal(CommandLine command) {
        String help = command.getUsageMessage();
        assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(USUAL_WIDTH));
        assertThat(help.lines().map(String::strip))
                .as("examples stand on one line each")
                .containsAll(examples(command));
    }

    private static List<String> examples(CommandLine command) {
        return Arrays.stream(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .toList();
    }

    @Test
    void theRootListsEveryExitCode() {
        Map<String, String> listed = root().getCommandSpec().usageMessage().exitCodeList();
        assertThat(listed.keySet())
                .containsExactlyElementsOf(Arrays.stream(ExitCode.values())
                        .map(code -> String.valueOf(code.number()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            invntory                            | There is no command invntory (did you mean inventory?). See 'nephoscope --help'.
            inventory --provder x               | There is no option --provder (did you mean --provider?). See 'nephoscope inventory --help'.
            inventory --provder=x               | There is no option --provder (did you mean --provider?). See 'nephoscope inventory --help'.
            inventory -x                        | There is no option -x. See 'nephoscope inventory --help'.
            types list x                        | There is one argument too many: x. See 'nephoscope types list --help'.
            types                               | Name a command: list, show, explain, check, try. See 'nephoscope types --help'.
            types show                          | Missing required parameter: 'NAME'. See 'nephoscope types show --help'.
            types show toy.buckt                | There is no type toy.buckt (did you mean toy.bucket?); 'nephoscope types list' lists them.
            inventory                           | Name an organisation file with --org, or a provider with --provider; installed are aws, azure, files, jdcloud, toy.
            inventory --org a --provider toy    | Give either --org or --provider, not both.
            inventory --provider toi            | There is no provider toi (did you mean toy?); installed are aws, azure, files, jdcloud, toy.
            inventory --provider toy --set wrld=x | The provider toy has no setting wrld (did you mean world?); it has account, members, world, fail.
            inventory --provider toy --profile x | The provider toy has no setting profile; it has account, members, world, fail.
            inventory --org a --set world=x     | The setting world goes with --provider; in an organisation file each account has its own.
            inventory --provider toy --type toy.usr | There is no type toy.usr (did you mean toy.user?); 'nephoscope types list' lists them.
            inventory --provider toy --kind storage.bukket | There is no kind storage.bukket (did you mean storage.bucket?); 'nephoscope types list' lists them.
            inventory --concurrency 0 --provider toy | --concurrency must lie between 1 and 1024.
            inventory --concurrency many        | Invalid value for option '--concurrency': 'many' is not an int. See 'nephoscope inventory --help'.
            inventory -o jsn=x                  | Invalid value for option '--output' (FORMAT=FILE): there is no jsn (did you mean json?); choose one of json, csv, assets-csv, coverage-csv, branches-csv, summary-csv, xlsx, html, sarif, junit, gitlab, markdown, ocsf, ocsf-inventory, asff, oscal, ndjson. See 'nephoscope inventory --help'.
            inventory -o json                   | Invalid value for option '--output' (FORMAT=FILE): name the file too, as json=report.json. See 'nephoscope inventory --help'.
            inventory -o json=/no/such/file     | There is no folder /no/such for /no/such/file; make it first.
            inventory -o json=- -o csv=-        | -o json=- and -o csv=- would be written to one place; name two.
            inventory --lang fr                 | Invalid value for option '--lang': there is no fr; choose one of en, zh. See 'nephoscope inventory --help'.
            completion fish                     | There is no completion for fish; choose one of bash, zsh.
            """)
    void aMistakeGetsOneSentenceAndCode2(String arguments, String sentence) {
        assertThat(Cli.run(arguments.split(" "))).isEqualTo(new Cli(2, "", sentence + "\n"));
    }

    @Test
    void noCommandAtAllIsAMistake() {
        assertThat(Cli.run())
                .isEqualTo(
                        new Cli(
                                2,
                                "",
                                "Name a command: scan, plan, permissions, doctor, inventory, evaluate, report, findings, explain, diff, import, rules, types, organisation, waivers, config, version, completion, help. See 'nephoscope --help'.\n"));
    }

    @Test
    void helpGoesToStandardOutput() {
        Cli help = Cli.run("types", "show", "--help");
        assertThat(help).isEqualTo(new Cli(0, """
                        Usage: nephoscope types show [OPTIONS] NAME
                        Shows what is read of a resource type, and the permissions that it takes.
                              NAME              The type's name, as files.compute.vm.
                          -h, --help            Show this help.
                              --quiet           Say nothing but errors, and print nothing but reports.
                              --verbose         Log what is done, and show where errors come from.
                              --lang=en|zh      The language of whatever is said and written (default:
                                                  the locale's).
                              --types-dir=DIR   Add the sources that the files in this folder describe.
                                                  Repeatable.
                              --config=FILE     Take options from this file (default: the nearest
                                                  nephoscope.yaml, here or in a folder above).
                              --no-config       Take options from no file.

                        Example:
                          nephoscope types show files.compute.vm
                        """, ""));
        assertThat(Cli.run("help", "inventory").out())
                .isEqualTo(Cli.run("inventory", "--help").out());
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Cli.run("version").out()).startsWith("nephoscope ").hasLineCount(1);
        assertThat(Cli.run("--version").out()).isEqualTo(Cli.run("version").out());
    }

    @Test
    void theCompletionKnowsCommandsAndOptions() {
        assertThat(Cli.run("completion", "bash").out()).contains("inventory", "--allow-incomplete");
        assertThat(Cli.run("completion", "zsh").out())
                .isEqualTo(Cli.run("completion", "bash").out());
    }

    @Test
    void coloursAreForThoseWhoWantThem() {
        assertThat(Cli.run(Map.of("CLICOLOR_FORCE", "1"), "--help").out()).contains("\u001b[");
        assertThat(Cli.run("--help").out()).doesNotContain("\u001b");
    }
}
