package io.nephoscope.cli.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.FollowedReport;
import io.nephoscope.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The program as it is packaged, run as a process of its own. */
public final class Nephoscope {
    private static final Path LIBRARIES = Path.of("target", "dist", "lib");
    /** Classes as the launcher keeps them too, for a quicker start: the first run that comes to its end leaves them behind. */
    private static final Path CLASSES = Path.of("target", "dist", "wire.jsa").toAbsolutePath();

    /** Where this process's first run writes them. */
    private static final Path OWN_CLASSES =
            CLASSES.resolveSibling("wire-" + ProcessHandle.current().pid() + ".jsa");

    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder where it runs and writes */
    public Nephoscope(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** How a run ended. */
    public record Run(int exitCode, String out, String err, Path folder) {
        /** The JSON file that it wrote; of a report with every reference followed. */
        public JsonNode json(String file) {
            try {
                return FollowedReport.of(folder.resolve(file));
            } catch (IOException e) {
                throw new AssertionError("no " + file + " was written; the program said: " + err, e);
            }
        }

        /** Everything that it said and wrote, for a search for secrets. */
        public String everything() throws IOException {
            StringBuilder all = new StringBuilder(out).append(err);
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return all.toString();
        }
    }

    /** Only runs on AWS leave them behind: Azure's jars are signed, and JDK 17 may crash where it archives around such. */
    private String classes() {
        boolean onAws = environment.keySet().stream().anyMatch(name -> name.startsWith("AWS_"));
        return Files.exists(CLASSES)
                ? "-XX:SharedArchiveFile=" + CLASSES
                : onAws ? "-XX:ArchiveClassesAtExit=" + OWN_CLASSES : "-Xshare:auto";
    }

    /** Where other tests run meanwhile they find either all classes or none. */
    private static void shareClasses() throws IOException {
        if (Files.exists(OWN_CLASSES)) {
            Files.move(OWN_CLASSES, CLASSES, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    public Run run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), process -> {}, arguments);
    }

    /**
     * Runs it in this process, in a fraction of the time: for what a process of its own would show no better. It knows one provider more,
     * that of the tests, and so does not go on with a scan that another process began.
     *
     * @param arguments in which files are named in full
     */
    public Run here(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, Terminal.Looks.PLAIN, environment);
        int exitCode = io.nephoscope.cli.command.Nephoscope.run(terminal, arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), folder);
    }

    /**
     * Runs it, and does something to the process meanwhile.
     *
     * @param before a command that takes over the process in the end, empty for none
     */
    public Run run(List<String> before, Consumer<Process> meanwhile, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                classes(),
                // As the launcher does: at another address all of the archive would be written to.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                LIBRARIES.toAbsolutePath() + File.separator + "*",
                "io.nephoscope.cli.Main"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
        builder.environment()
                .put(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        folder.resolve("no-credentials").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            meanwhile.accept(process);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new AssertionError("the program does not end: " + Files.readString(err));
            }
            shareClasses();
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err), folder);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
