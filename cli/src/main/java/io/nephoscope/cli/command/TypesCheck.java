package io.nephoscope.cli.command;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads files that describe a source, and says what is wrong with them. */
@Command(
        name = "check",
        description = "Reads the files that describe a source and its types, and says what is wrong with them.",
        footerHeading = "%nExample:%n",
        footer = "  nephoscope types check samples/sources")
final class TypesCheck extends Action {
    @Parameters(
            paramLabel = "FILE",
            description = "A service file, a type file, or their folder: what lies beside a file is read with it.")
    @SuppressWarnings("NullAway.Init") // set before anything is called
    private Path file;

    @Override
    ExitCode run() {
        try (Installed installed = Installed.load(List.of(folder(file)))) {
            for (Provider provider : installed.providers().values()) {
                if (!provider.described().isEmpty()) {
                    terminal()
                            .out()
                            .println(Text.of(
                                            "{0}: {1} types",
                                            "{0}：{1} 个类型",
                                            provider.name(),
                                            provider.types().size())
                                    .in(terminal().language()));
                    provider.types().forEach(type -> terminal().out().println("  " + type.name() + ": " + calls(type)));
                }
            }
        }
        return ExitCode.OK;
    }

    static Path folder(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException(Text.of("There is no file {0}; check its name.", "没有文件 {0}；请检查文件名。", file));
        }
        return Files.isDirectory(file) ? file : file.toAbsolutePath().resolveSibling("");
    }

    private static String calls(AssetType type) {
        return type.uses(type.details()).stream()
                .map(use -> use.operation())
                .map(Operation::call)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
