package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final String RULES = "src/test/resources/rules";

    @TempDir
    private Path folder;

    @Test
    void rulesAreListed() {
        assertThat(Cli.run(
                        "rules",
                        "list",
                        "--rules-dir",
                        RULES,
                        "--rule",
                        "toy-bucket-closed",
                        "--rule",
                        "toy-user-short-name"))
                .isEqualTo(new Cli(0, """
                        RULE                 SEVERITY  APPLIES TO  TITLE
                        toy-bucket-closed    high      toy.bucket  Toy buckets are closed
                        toy-user-short-name  low       toy.user    Toy users have short names
                        """, ""));
    }

    @Test
    void rulesOfAFolderAreKeptCompiledWhereTheLauncherKeepsItsArchives() throws Exception {
        Path caches = folder.resolve("caches");
        String[] command = {"rules", "list", "--rules-dir", RULES};
        Cli first = Cli.run(Map.of("XDG_CACHE_HOME", caches.toString()), command);

        try (Stream<Path> kept = Files.list(caches.resolve("nephoscope"))) {
            assertThat(kept).singleElement().asString().endsWith(".rules");
        }
        assertThat(Cli.run(Map.of("XDG_CACHE_HOME", caches.toString()), command))
                .isEqualTo(first)
                .isEqualTo(Cli.run(command));
    }

    @Test
    void whatARuleFileHidesInItsTextsDoesNotSteerTheTerminal() throws Exception {
        String rule = Files.readString(Path.of(RULES, "toy-bucket-closed.yaml"))
                .replace("|\n      toy close NAME", "\"toy close \\e[2J\\u202e NAME\"")
                .replace("Handbook of toys", "\"Hand\\e]0;owned\\abook\"");
        Files.writeString(folder.resolve("toy-bucket-closed.yaml"), rule);

        Cli shown = Cli.run("rules", "show", "toy-bucket-closed", "--rules-dir", folder.toString());

        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains("toy close \\u001b[2J\\u202e NAME", "Hand\\u001b]0;owned\\u0007book")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aRuleIsShownWithItsRemedy() {
        assertThat(Cli.run("rules", "show", "toy-bucket-closed", "--rules-dir", RULES))
                .isEqualTo(new Cli(0, """
                        toy-bucket-closed (high, toy.bucket)
                        Toy buckets are closed

                        Why it matters
                          Anyone may take toys from an open bucket.

                        Condition
                          attributes.Policy != "open"

                        How to mend it (toy): In the console
                          Put the lid on.

                        How to mend it (toy): On the command line
                          toy close NAME

                        How to mend it (toy): In Terraform
                          lid = true

                        References
                          Handbook of toys https://example.com/toys
                        """, ""));
    }

    @Test
    void aRuleSpeaksChinese() {
        assertThat(Cli.run("rules", "show", "toy-bucket-closed", "--rules-dir", RULES, "--lang", "zh")
                        .out())
                .startsWith("toy-bucket-closed (高危, toy.bucket)\n玩具桶已关闭\n");
    }

    @Test
    void aRuleThatDoesNotExistIsRefused() {
        assertThat(Cli.run("rules", "show", "toy-bucket-close", "--rules-dir", RULES))
                .isEqualTo(new Cli(2, "", "There is no rule toy-bucket-close (did you mean toy-bucket-closed?).\n"));
    }

    @Test
    void examplesThatHoldAreCounted() {
        assertThat(Cli.run("rules", "test", RULES))
                .isEqualTo(new Cli(0, "2 rules, 6 examples: all as they should be.\n", ""));
    }

    @Test
    void examplesThatDoNotHoldAreSaidWithTheirPlace() throws Exception {
        Files.writeString(
                folder.resolve("toy-user-short-name.yaml"),
                Files.readString(Path.of(RULES, "toy-user-short-name.yaml")).replace("<= 3", "<= 9"));
        Cli cli = Cli.run("rules", "test", folder.toString());
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err())
                .isEqualTo(folder.resolve("toy-user-short-name.yaml")
                        + ", line 21, column 5, field examples[1]: the example \"a long name\" should be FAIL and is"
                        + " PASS (Toy users have short names)\n");
    }

    @Test
    void aFolderWithoutRulesIsRefused() {
        assertThat(Cli.run("rules", "test", folder.toString()))
                .isEqualTo(new Cli(2, "", "The folder " + folder + " holds no rules; a rule is a file ID.yaml.\n"));
    }
}
