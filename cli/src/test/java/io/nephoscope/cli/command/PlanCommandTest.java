package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String RULE = "bucket-not-public";

    @TempDir
    private Path folder;

    private static JsonNode json(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void thePlanOfAnAccountTellsEachCallAndHowOften() {
        assertThat(Cli.run("plan", "--provider", "toy", "--rule", RULE)).isEqualTo(new Cli(0, """
                toy: toy, in each region that the account may use, which is asked for then

                TYPE        OPERATION        PERMISSION       HOW OFTEN
                toy.bucket  toy:ListBuckets  toy:ListBuckets  once in each region
                            toy:GetPolicy    toy:GetPolicy    for each asset

                0 calls are certain, and 1 more in each region.
                For each asset up to 1 more of toy.bucket.
                A further page is a call more, and so is a further try.

                Nothing was sent.
                """, ""));
    }

    @Test
    void inRegionsThatAreNamedTheCallsAreCertain() {
        assertThat(Cli.run("plan", "--provider", "toy", "--rule", RULE, "--region", "north", "--region", "south")
                        .out())
                .startsWith("toy: toy, in north, south\n")
                .contains("\n2 calls are certain.\n");
    }

    /** A cloud that is asked cannot be reached: the account does not exist. */
    @Test
    void nothingIsSent() {
        assertThat(Cli.run("plan", "--provider", "toy", "--set", "fail=connect").code())
                .isZero();
        assertThat(Cli.run("plan", "--provider", "aws", "--set", "endpoint-url=http://127.0.0.1:1")
                        .out())
                .contains("s3:ListBuckets", "ec2:DescribeRegions", "sts:GetCallerIdentity", "Nothing was sent.");
    }

    @Test
    void aRoleIsPartOfThePlan() {
        assertThat(Cli.run("plan", "--provider", "aws", "--role-arn", "arn:aws:iam::1:role/Audit")
                        .out())
                .contains("sts:AssumeRole");
    }

    @Test
    void whatIsRecordedSendsNothingAndAccountsThatAreAlikeAreToldOfTogether() throws Exception {
        Path organisation = Files.writeString(folder.resolve("organisation.yaml"), """
                name: Group
                accounts:
                  - {provider: toy, name: one, regions: [north]}
                  - {provider: toy, name: two, regions: [north]}
                  - {provider: toy, name: three, snapshot: recorded}
                """);
        String out = Cli.run("plan", "--org", organisation.toString(), "--rule", RULE)
                .out();
        assertThat(out)
                .contains(
                        "toy: one, two, in north\n",
                        "In each of 2 accounts 1 call is certain.\n",
                        "toy: three: replayed from a recording, which sends nothing.\n",
                        "In all 2 calls are certain. Nothing was sent.\n");
        assertThat(Cli.run("plan", "--org", organisation.toString(), "--rule", RULE, "--account", "two")
                        .out())
                .contains("toy: two, in north\n")
                .doesNotContain("one");
        assertThat(Cli.run("plan", "--org", organisation.toString(), "--rule", RULE, "--account", "2")
                        .err())
                .isEqualTo("Which account has the id 2 only its cloud can tell, so that the plan is of all of them.\n");
    }

    @Test
    void theAssetsOfAFormerScanMakeFiguresOfThePlan() {
        String seen = folder.resolve("seen").toString();
        String[] world = {"--provider", "toy", "--set", "world=north/a=open north/b=shut south/c=shut user/ann"};
        Cli.run("scan", world[0], world[1], world[2], world[3], "--snapshot", seen, "--quiet");

        assertThat(Cli.run("plan", "--provider", "toy", "--rule", RULE, "--like", seen)
                        .out())
                .contains("saw in 1 account: about 5 calls.\n", "toy:GetPolicy    3\n", "toy:ListBuckets  2\n");
        assertThat(Cli.run("plan", "--provider", "toy", "--rule", RULE, "--like", seen, "--region", "north")
                        .out())
                .contains("about 3 calls");
    }

    @Test
    void programsReadThePlanAsJson() throws Exception {
        Path file = folder.resolve("plan.json");
        assertThat(Cli.run("plan", "--provider", "toy", "--rule", RULE, "-o", "json=" + file, "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
        JsonNode account = json(file).at("/accounts/0");
        assertThat(account.path("label").asText()).isEqualTo("toy");
        assertThat(account.path("certainInEachRegion").asInt()).isEqualTo(1);
        assertThat(new ObjectMapper().convertValue(account.at("/calls/1"), Map.class))
                .isEqualTo(Map.of(
                        "type", "toy.bucket",
                        "service", "toy",
                        "operation", "GetPolicy",
                        "permission", "toy:GetPolicy",
                        "per", "asset",
                        "certain", false));
        assertThat(new ObjectMapper()
                        .readTree(Cli.run("plan", "--provider", "toy", "-o", "json=-")
                                .out())
                        .path("schemaVersion")
                        .asInt())
                .isEqualTo(1);
        assertThat(Cli.run("plan", "--provider", "toy", "-o", "csv=x").err()).contains("write it as json=FILE");
    }
}
