package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings that are listed, and one that is told whole. */
class FindingsCommandTest {
    private static final String RULES = "--rules-dir=src/test/resources/rules";

    @TempDir
    private Path folder;

    private String snapshot = "";

    @BeforeEach
    void scan() {
        snapshot = folder.resolve("snapshot").toString();
        Cli.run(
                "scan",
                "--provider=toy",
                "--set=world=north/a=open north/b=shut south/c=secret user/anna",
                RULES,
                "--rule=toy-bucket-closed",
                "--rule=toy-user-short-name",
                "--quiet",
                "--snapshot=" + snapshot);
    }

    private Cli findings(String... options) {
        List<String> arguments = new ArrayList<>(List.of("findings", snapshot, RULES));
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Cli explain(String fingerprint) {
        return Cli.run("explain", snapshot, fingerprint, RULES);
    }

    private String fingerprintOf(String asset) {
        String row = findings("--asset=" + asset, "--verdict=fail,unknown,pass")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        return row.substring(row.lastIndexOf(' ') + 1);
    }

    /** The names of the assets. */
    private List<String> listed(String... options) {
        return findings(options)
                .out()
                .lines()
                .skip(1)
                .map(row -> row.split(" {2,}")[3])
                .toList();
    }

    @Test
    void whatIsOpenIsListedTheWorstFirst() {
        assertThat(findings().out().replaceAll("[0-9a-f]{12}", "FINGERPRINT")).isEqualTo("""
                VERDICT  SEVERITY  RULE                 ASSET  TYPE        BRANCH  ACCOUNT  REGION  FINGERPRINT
                FAIL     high      toy-bucket-closed    a      toy.bucket          1        north   FINGERPRINT
                FAIL     low       toy-user-short-name  anna   toy.user            1        global  FINGERPRINT
                UNKNOWN  high      toy-bucket-closed    c      toy.bucket          1        south   FINGERPRINT
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --verdict=pass | b
            --verdict=PASS | b
            --verdict=fail,pass | a,anna,b
            --severity=high | a,c
            --rule=toy-user-short-name | anna
            --asset=NORTH | a
            --region=south | c
            --type=toy.user | anna
            --account=1 | a,anna,c
            --waived | ''
            --no-waived | a,anna,c
            """)
    void eachOptionChooses(String option, String assets) {
        assertThat(String.join(",", listed(option))).isEqualTo(assets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --account=2 | There is no account 2 among these findings.
            --provider=awss | There is no provider awss among these findings.
            --rule=toy-bucket-close | There is no rule toy-bucket-close among these findings (did you mean toy-bucket-closed?).
            --region=nort | There is no region nort among these findings (did you mean north?).
            --kind=storage.bukket | There is no kind storage.bukket among these findings (did you mean storage.bucket?).
            """)
    void aNameThatNothingHasIsNoEmptyList(String option, String why) {
        assertThat(findings(option)).isEqualTo(new Cli(2, "", why + "\n"));
    }

    @Test
    void whatIsListedIsCountedAndWhoseOwnerNobodyKnowsIsTold() {
        assertThat(findings("--rule=toy-user-short-name").err()).isEqualTo("1 of 4 findings.\n");
        assertThat(findings("--owner=Anna").err())
                .isEqualTo("0 of 4 findings.\n3 more are of assets whose owner was not read.\n");
    }

    @Test
    void programsGetEverythingThatThereIs() {
        assertThat(findings("--format=csv", "--region=south").out().lines()).hasSize(2);
        assertThat(findings("--format=ndjson", "--region=south").out().lines())
                .singleElement()
                .asString()
                .contains("\"UNKNOWN\"", "toy:GetPolicy");
    }

    @Test
    void aFailureIsToldWhole() {
        String told = explain(fingerprintOf("bucket:a")).out();
        assertThat(told)
                .startsWith("✕ FAIL  high  toy-bucket-closed\n")
                .contains("  Asset: a\n", "  Region: north\n", "\nCondition\n  ✕ false attributes.Policy != \"open\"\n")
                .contains("\n      attributes.Policy = open [toy:GetPolicy]\n")
                .contains("\nOn the command line\n  toy close NAME\n");
    }

    @Test
    void whatIsNotKnownNamesTheCallAndThePermission() {
        assertThat(explain(fingerprintOf("bucket:c")).out())
                .startsWith("? UNKNOWN  high  toy-bucket-closed\n")
                .contains("\n  ? (not read) attributes.Policy != \"open\"\n")
                .contains("\nWhat is missing\n  toy:GetPolicy denied", "(permission toy:GetPolicy)\n");
    }

    @Test
    void aFingerprintThatIsOfNoneOrOfManyIsRefused() {
        String none = "There are 0 findings in " + snapshot
                + " whose fingerprints begin with %s; name one as 'nephoscope findings' lists them.\n";
        assertThat(explain("ffffffffffffff")).isEqualTo(new Cli(2, "", none.formatted("ffffffffffffff")));
        assertThat(explain("a").err()).startsWith("Name a fingerprint by 6 of its characters or more");
    }

    @Test
    void aFindingIsToldInChineseToo() {
        assertThat(Cli.run("explain", snapshot, fingerprintOf("bucket:a"), RULES, "--lang=zh")
                        .out())
                .startsWith("✕ 不合规  高危  toy-bucket-closed\n")
                .contains("判定条件", "区域：north");
    }
}
