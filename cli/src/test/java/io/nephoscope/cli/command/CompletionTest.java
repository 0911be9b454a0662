package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** The script, as bash understands it. */
class CompletionTest {
    @TempDir
    private static Path folder;

    private static Path script;

    @BeforeAll
    static void write() throws IOException {
        script = Files.writeString(
                folder.resolve("completion.bash"), Cli.run("completion", "bash").out());
        Files.writeString(folder.resolve("group.yaml"), "");
    }

    /** What bash offers for the last of some words. */
    private static List<String> offered(String line) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        List<String> command = new ArrayList<>(List.of("bash", "-c", """
                source "$1"; shift
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                _complete_nephoscope 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
                """, "bash", script.toString()));
        command.addAll(words);
        Process bash = new ProcessBuilder(command).directory(folder.toFile()).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return out.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nephoscope scan --fail-on ''          | critical high medium low
            nephoscope scan --fail-on h           | high
            nephoscope report --fail-on-unknown c | critical
            nephoscope scan --lang ''             | en zh
            nephoscope rules list --lang z        | zh
            nephoscope scan --output ''           | json= csv= assets-csv= coverage-csv= branches-csv= summary-csv= xlsx= html= sarif= junit= gitlab= markdown= ocsf= ocsf-inventory= asff= oscal= ndjson=
            nephoscope scan -o h                  | html=
            nephoscope plan -o ''                 | json=
            nephoscope plan --provider ''         | aws azure files jdcloud toy
            nephoscope scan --org g               | group.yaml
            nephoscope scan --snapshot g          | group.yaml
            nephoscope import check g             | group.yaml
            nephoscope evaluate g                 | group.yaml
            nephoscope org                        | organisation
            nephoscope scan --fail                | --fail-on --fail-on-new --fail-on-unknown
            """)
    void valuesAreOfferedAsTheyAreAccepted(String line, String values) throws Exception {
        assertThat(offered(line.replace("''", ""))).containsExactlyInAnyOrder(values.split(" "));
    }

    static Stream<OptionSpec> choices() {
        return HelpTest.commands()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> Stream.concat(Stream.of(option.type()), Stream.of(option.auxiliaryTypes()))
                        .anyMatch(Class::isEnum));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void noChoiceIsOfferedByItsNameInOurCode(OptionSpec option) throws Exception {
        assertThat(offered("nephoscope " + option.command().qualifiedName(" ").replaceFirst("\\S+ ", "") + " "
                        + option.longestName() + " "))
                .isNotEmpty()
                .allMatch(value -> value.equals(value.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void theScriptIsOneOfBash() throws Exception {
        assertThat(new ProcessBuilder("bash", "-n", script.toString()).start().waitFor())
                .isZero();
    }
}
