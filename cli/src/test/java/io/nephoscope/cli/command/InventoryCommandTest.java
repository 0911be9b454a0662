package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryCommandTest {
    private static final String WORLD = "world=north/a=open south/b=shut south/secret=secret user/ann";

    @TempDir
    private Path folder;

    @Test
    void everythingIsListedWithoutReadingDetails() {
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD)).isEqualTo(new Cli(0, """
                        TYPE        ACCOUNT  REGION  NAME    ID
                        toy.user    1        global  ann     ann
                        toy.bucket  1        north   a       a
                        toy.bucket  1        south   b       b
                        toy.bucket  1        south   secret  secret
                        """, ""));
    }

    @Test
    void aKindOrATypeCanBeChosen() {
        String users = """
                TYPE      ACCOUNT  REGION  NAME  ID
                toy.user  1        global  ann   ann
                """;
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD, "--kind", "identity.user")
                        .out())
                .isEqualTo(users);
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD, "--type", "toy.user")
                        .out())
                .isEqualTo(users);
    }

    @Test
    void aRegionCanBeChosen() {
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD, "--region", "north")
                        .out())
                .isEqualTo("""
                        TYPE        ACCOUNT  REGION  NAME  ID
                        toy.user    1        global  ann   ann
                        toy.bucket  1        north   a     a
                        """);
    }

    @Test
    void whatCannotBeListedIsSaidAndEndsWith3() {
        String[] command = {"inventory", "--provider", "toy", "--set", WORLD, "--set", "fail=users", "--region", "north"
        };
        assertThat(Cli.run(command))
                .isEqualTo(
                        new Cli(
                                3,
                                """
                        TYPE        ACCOUNT  REGION  NAME  ID
                        toy.bucket  1        north   a     a
                        """,
                                "Not listed: toy.user of account 1: toy:ListUsers denied, it needs toy:ListUsers (not you).\n"));
        assertThat(Cli.run(with(command, "--allow-incomplete")).code()).isZero();
    }

    @Test
    void cellsOfAFileThatCannotBeReadAreSaidAndEndWith3() throws Exception {
        Path file = Files.writeString(
                folder.resolve("assets.csv"), "class,native_id,facet:running\ncompute.vm,vm-1,perhaps\n");
        assertThat(Cli.run("inventory", "--provider", "files", "--set", "path=" + file))
                .isEqualTo(new Cli(
                        3,
                        """
                        TYPE              ACCOUNT  REGION  NAME  ID
                        files.compute.vm  assets   global  vm-1  vm-1
                        """,
                        "assets.csv, line 2, column facet:running: \"perhaps\" is not true, false, yes or no\n"
                                + "Not read in part: account assets: files:ReadFile failed (assets.csv, line 2, column"
                                + " facet:running: \"perhaps\" is not true, false, yes or no).\n"));
    }

    @Test
    void anAccountThatCannotBeReachedEndsWith2() {
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", "fail=connect"))
                .isEqualTo(new Cli(2, "", "toy: the toy cloud does not know us; check the credentials.\n"));
    }

    @Test
    void aReportOnStandardOutputStandsThereAlone() {
        Cli cli = Cli.run("inventory", "--provider", "toy", "--set", WORLD, "-o", "assets-csv=-", "--type", "toy.user");
        assertThat(cli.code()).isZero();
        assertThat(cli.out().lines().findFirst().orElseThrow()).startsWith("\"uid\",\"type\"");
        assertThat(cli.out().lines()).hasSize(2);
    }

    @Test
    void quietPrintsNothing() {
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD, "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
    }

    @Test
    void aReportIsWrittenToItsFile() {
        Path file = folder.resolve("report.json");
        Cli.run("inventory", "--provider", "toy", "--set", WORLD, "-o", "json=" + file);
        assertThat(file).content().contains("toy:1:north:toy.bucket:a");
    }

    @Test
    void aSnapshotThatWasAskedForStays() {
        Path snapshot = folder.resolve("snapshot");
        Cli.run("inventory", "--provider", "toy", "--set", WORLD, "--snapshot", snapshot.toString());
        assertThat(snapshot).isDirectoryContaining("glob:**/manifest.json");
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD, "--snapshot", snapshot.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "The folder " + snapshot
                                + " holds a snapshot already; name another folder, or remove this one first.\n"));
    }

    @Test
    void faultsOfAnOrganisationFileHaveTheirPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("organisation.yaml"), "name: Group\nacounts: []\n");
        Cli run = Cli.run("inventory", "--org", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        file + ", line 2, column 1, field acounts: there is no such field (did you mean accounts?);");
    }

    @Test
    void branchesWithoutAnAccountInTheRegionsAreSaid() throws Exception {
        Path file = Files.writeString(
                folder.resolve("organisation.yaml"),
                "name: Group\naccounts: [{provider: toy, name: x, regions: [north]}]\n");
        assertThat(Cli.run("inventory", "--org", file.toString(), "--region", "south"))
                .isEqualTo(new Cli(2, "", "No account of " + file + " is in south.\n"));
    }

    @Test
    void anInterruptedCommandEndsWith130() {
        Thread.currentThread().interrupt();
        assertThat(Cli.run("inventory", "--provider", "toy", "--set", WORLD))
                .isEqualTo(new Cli(130, "", "Interrupted.\n"));
    }

    private static String[] with(String[] command, String option) {
        String[] more = java.util.Arrays.copyOf(command, command.length + 1);
        more[command.length] = option;
        return more;
    }
}
