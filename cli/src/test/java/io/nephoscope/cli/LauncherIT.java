package io.nephoscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Provider;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user calls it, with the jars of this build. */
class LauncherIT {
    private static final String SDK_CLIENT = "software/amazon/awssdk/services/sqs/DefaultSqsClient";
    private static final Path JARS = Path.of("target/dist/lib").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path home;
    private final Map<String, String> environment = new TreeMap<>();

    @AfterEach
    void unlink() throws IOException {
        Files.deleteIfExists(home.resolve("lib"));
        Files.deleteIfExists(home.resolve("cli/target/dist/lib"));
    }

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void unpack() throws IOException {
        home = Files.createDirectories(folder.resolve("a place with blanks"));
        Files.copy(Path.of("../nephoscope"), home.resolve("nephoscope"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("NEPHOSCOPE_CDS", "off");
        environment.put("HOME", folder.toString());
    }

    @Test
    void aReleaseRunsThroughALinkFromAnywhere() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("nephoscope"), Path.of("../a place with blanks/nephoscope"));
        environment.put("PATH", bin + ":" + environment.get("PATH"));

        Ended ended = run("sh", "-c", "cd / && nephoscope version");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("nephoscope ").hasLineCount(1);
        assertThat(ended.code()).isZero();
    }

    @Test
    void exitCodesAndArgumentsPassThrough() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        Path csv = Files.writeString(folder.resolve("资产 x.csv"), "class,native_id,name\ncompute.vm,vm-1,网页\n");

        Ended ended =
                run(home.resolve("nephoscope").toString(), "inventory", "--provider", "files", "--set", "path=" + csv);

        assertThat(ended).isEqualTo(new Ended(0, """
                        TYPE              ACCOUNT  REGION  NAME  ID
                        files.compute.vm  资产 x   global  网页  vm-1
                        """, ""));
        assertThat(run(home.resolve("nephoscope").toString(), "typo").code()).isEqualTo(2);
    }

    @Test
    void aScanByTheRulesAndTypesThatComeAlongNeedsNoCheckerOfExpressions() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        Path csv = Files.writeString(
                folder.resolve("a.csv"), "class,native_id,facet:versioned\nstorage.bucket,b-1,false\n");
        Path loaded = folder.resolve("loaded.log");
        environment.put("NEPHOSCOPE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);

        Ended ended = run(home.resolve("nephoscope").toString(), "scan", "--provider", "files", "--set", "path=" + csv);

        assertThat(ended.out()).contains("bucket-versioning-enabled");
        assertThat(Files.readString(loaded))
                .contains("io.nephoscope.rules.Evaluation ")
                .doesNotContain("dev.cel.", "org.antlr.", "com.google.protobuf.");
    }

    @Test
    void warningsOfProvidersAreTalk() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        Path csv =
                Files.writeString(folder.resolve("a.csv"), "class,native_id,facet:running\ncompute.vm,vm-1,perhaps\n");
        String warning = "a.csv, line 2, column facet:running: \"perhaps\" is not true, false, yes or no\n";

        String[] command = {
            home.resolve("nephoscope").toString(), "inventory", "--provider", "files", "--set", "path=" + csv
        };

        assertThat(run(command).err()).startsWith(warning);
        assertThat(run(Stream.concat(Stream.of(command), Stream.of("--quiet")).toArray(String[]::new))
                        .err())
                .doesNotStartWith(warning);
    }

    @Test
    void aMissingJavaIsSaid() throws Exception {
        environment.put("JAVA_HOME", "/no/java");
        assertThat(launch())
                .isEqualTo(new Ended(
                        2,
                        "",
                        "nephoscope: there is no Java in JAVA_HOME, which is /no/java; mend it, or unset it.\n"));
    }

    @Test
    void anOldJavaIsSaid() throws Exception {
        Path old = folder.resolve("jdk-11");
        Path java = script(old.resolve("bin/java"), "exit 99");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
        environment.put("JAVA_HOME", old.toString());
        assertThat(launch())
                .isEqualTo(new Ended(
                        2, "", "nephoscope: Java 17 or later is needed, and " + java + " is 11; set JAVA_HOME.\n"));
    }

    @Test
    void aJarInThePluginsFolderBringsItsProvider() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        plugin(Files.createDirectory(home.resolve("plugins")).resolve("toy.jar"));

        assertThat(run(home.resolve("nephoscope").toString(), "types", "list").out())
                .contains("toy.", "files.compute.vm");

        environment.put("NEPHOSCOPE_PLUGINS", folder.resolve("nowhere").toString());
        assertThat(launch().err()).startsWith("nephoscope: there is no folder").contains("NEPHOSCOPE_PLUGINS");
    }

    /** The provider of these tests as somebody else would pack it. */
    private static void plugin(Path jar) throws IOException {
        Path classes = Path.of("target/test-classes");
        String services = "META-INF/services/" + Provider.class.getName();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> toy = Files.walk(classes.resolve("io/nephoscope/cli/toy"))) {
            for (Path file : toy.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new ZipEntry(services));
            out.write(Files.readAllBytes(classes.resolve(services)));
        }
    }

    @Test
    void missingJarsAreSaid() throws Exception {
        assertThat(launch().err())
                .isEqualTo(
                        "nephoscope: there are no jars in " + home.toRealPath() + "/lib; unpack the release again.\n");
    }

    @Test
    void aSourceTreeWithoutMavenIsSaid() throws Exception {
        sources();
        environment.put("PATH", toolsWithoutMaven());
        assertThat(launch())
                .isEqualTo(new Ended(
                        2,
                        "",
                        "nephoscope: Maven 3.8 or later is needed to build; install it, or unpack a release.\n"));
    }

    @Test
    void aSourceTreeIsBuiltOnceAndAgainForAnotherCommit() throws Exception {
        sources();
        Path tools = folder.resolve("tools");
        Path built = folder.resolve("built");
        Path commit = Files.writeString(folder.resolve("commit"), "one\n");
        script(tools.resolve("git"), "cat '" + commit + "'");
        script(
                tools.resolve("mvn"),
                "echo \"$@\" >>'" + built + "'; mkdir -p cli/target/dist; ln -sfn '" + JARS + "' cli/target/dist/lib");
        environment.put("PATH", tools + ":" + environment.get("PATH"));
        String notice = "Building Nephoscope (first run, may take a minute or two)…\n";

        assertThat(launch().err()).isEqualTo(notice);
        assertThat(launch().err()).isEmpty();
        Files.writeString(commit, "two\n");
        assertThat(launch().err()).isEqualTo(notice);
        assertThat(launch().err()).isEmpty();
        assertThat(built).hasContent("-q -B -Dquick package\n-q -B -Dquick package\n");
        Files.delete(tools.resolve("git"));
        script(tools.resolve("git"), "exit 1");
        assertThat(launch().err()).as("a tree without its repository").isEmpty();
    }

    @Test
    void aBuildThatFailsShowsWhyAndIsTriedAgain() throws Exception {
        sources();
        script(folder.resolve("tools/mvn"), "echo boom; exit 1");
        environment.put("PATH", folder.resolve("tools") + ":" + environment.get("PATH"));
        Ended failed = new Ended(2, "", """
                Building Nephoscope (first run, may take a minute or two)…
                boom
                nephoscope: the build failed; its output is above.
                """);
        assertThat(launch()).isEqualTo(failed);
        assertThat(launch()).isEqualTo(failed);
        assertThat(home.resolve("cli/target")).isEmptyDirectory();
    }

    @Test
    void onlyWhereTensOfThousandsOfAssetsAreReadIsTheOptimisingCompilerAtWork() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        Path jdk = folder.resolve("jdk-17");
        script(jdk.resolve("bin/java"), "echo \"$@\"");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
        environment.put("JAVA_HOME", jdk.toString());
        String few = Files.writeString(folder.resolve("few.csv"), "class,native_id\n")
                .toString();
        String many = sized(folder.resolve("many.csv"), 3_000_000);
        String small = Files.createDirectory(folder.resolve("small")).toString();
        String large = Files.createDirectory(folder.resolve("large snapshot")).toString();
        sized(Path.of(small, "assets.ndjson"), 3_000_000);
        sized(Path.of(large, "assets.ndjson"), 40_000_000);

        assertThat(List.of(
                        compiles("scan", "--provider", "aws", "-o", "csv=" + many),
                        compiles("scan", "--set", "path=" + few),
                        compiles("scan", "--set", "path=" + many),
                        compiles("scan", "--set=path=" + many),
                        compiles("evaluate", small),
                        compiles("evaluate", "--quiet", large)))
                .containsExactly(false, false, true, true, false, true);
    }

    private boolean compiles(String... arguments) throws Exception {
        Ended ended = run(Stream.concat(Stream.of(home.resolve("nephoscope").toString()), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(ended.out()).contains("io.nephoscope.cli.Main");
        return !ended.out().contains("-XX:TieredStopAtLevel=1");
    }

    private static String sized(Path file, long bytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file.toString();
    }

    @Test
    void anArchiveOfClassesIsMadeAfterTheFirstCommandAndUsedByTheNext() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        environment.remove("NEPHOSCOPE_CDS");
        Path cache = folder.resolve("cache");
        environment.put("XDG_CACHE_HOME", cache.toString());
        // Beside other tests whoever gives way to all of them is never done.
        Path hurried = script(folder.resolve("hurried/nice"), "exec \"$@\"").resolveSibling("");
        environment.put("PATH", hurried + ":" + environment.get("PATH"));

        Ended first = launch();
        Path archive = await(cache.resolve("nephoscope"));
        Ended second = launch();
        environment.put("NEPHOSCOPE_JAVA_OPTS", "-Xshare:on");
        Ended forced = launch();

        assertThat(second).isEqualTo(first).isEqualTo(new Ended(0, first.out(), ""));
        assertThat(forced).as("Java would refuse an archive that does not fit").isEqualTo(first);
        assertThat(new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1).contains(SDK_CLIENT))
                .as("what a scan of a cloud loads is in it")
                .isTrue();
    }

    @Test
    void whoeverStopsAScanFindsNothingLeftBehind() throws Exception {
        Files.createSymbolicLink(home.resolve("lib"), JARS);
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        environment.put("NEPHOSCOPE_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process scan = start(
                    home.resolve("nephoscope").toString(),
                    "scan",
                    "--provider",
                    "aws",
                    "--region",
                    "us-east-1",
                    "--set",
                    "endpoint-url=http://127.0.0.1:" + silent.getLocalPort());
            silent.accept();
            scan.toHandle().destroy();
            assertThat(scan.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(scan.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Interrupted.\n");
            assertThat(scan.exitValue()).as("128 and SIGTERM").isEqualTo(143);
            assertThat(temporary).isEmptyDirectory();
        }
    }

    private void sources() throws IOException {
        Files.createFile(home.resolve("pom.xml"));
    }

    private String toolsWithoutMaven() throws IOException {
        Path tools = folder.resolve("few");
        for (String tool : List.of("sed", "find", "mkdir", "rm", "rmdir")) {
            script(tools.resolve(tool), "PATH=/bin:/usr/bin; exec " + tool + " \"$@\"");
        }
        return tools.toString();
    }

    private static Path script(Path file, String body) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path await(Path cache) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < end) {
            if (Files.isDirectory(cache)) {
                try (Stream<Path> files = Files.list(cache)) {
                    List<Path> names = files.toList();
                    boolean busy =
                            names.stream().anyMatch(name -> name.toString().endsWith(".lock"));
                    List<Path> archives = names.stream()
                            .filter(name -> name.toString().endsWith(".jsa"))
                            .toList();
                    if (!busy && !archives.isEmpty()) {
                        return archives.get(0);
                    }
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("no archive was made in " + cache);
    }

    private Ended launch() throws Exception {
        return run(home.resolve("nephoscope").toString(), "version");
    }

    private Ended run(String... command) throws Exception {
        Process process = start(command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }
}
