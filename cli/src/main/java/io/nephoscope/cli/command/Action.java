package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that does something. */
@Command(sortOptions = false, abbreviateSynopsis = true)
abstract class Action implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set before anything is called
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Option(names = "--quiet", description = "Say nothing but errors, and print nothing but reports.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Log what is done, and show where errors come from.")
    private boolean verbose;

    @Override
    public final Integer call() throws InterruptedException {
        if (verbose) {
            Logs.verbose();
        } else if (quiet) {
            Logs.quiet();
        }
        Outputs.check(spec);
        ExitCode code = run();
        terminal().out().flush();
        return code.number();
    }

    abstract ExitCode run() throws InterruptedException;

    /** The providers on the class path, and those that files describe. */
    Installed installed() {
        return installed(List.of());
    }

    /** The same, and what the files of more folders describe. */
    Installed installed(Collection<Path> more) {
        return installedFor(more, List.of());
    }

    /** The same as {@link #installed()}, and what the files in snapshots describe where nobody else does. */
    Installed installedFor(Path... snapshots) {
        return installedFor(List.of(), List.of(snapshots));
    }

    /** All of that. */
    Installed installedFor(Collection<Path> more, Collection<Path> snapshots) {
        List<Path> folders = new ArrayList<>(Nephoscope.of(spec).typeFolders());
        folders.addAll(more);
        Map<String, Path> sources = new TreeMap<>();
        snapshots.stream().filter(Files::isDirectory).forEach(it -> sources.putAll(Snapshot.sources(it)));
        return Installed.load(folders, sources);
    }

    Terminal terminal() {
        return Nephoscope.of(spec).terminal();
    }

    boolean isQuiet() {
        return quiet;
    }
}
