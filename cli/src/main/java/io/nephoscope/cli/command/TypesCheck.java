package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files that describe a source, and says what is wrong with them. */
@Command(
        name = "check",
        description = "Reads the files that describe a source and its types, and says what is wrong with them.",
        footerHeading = "%nExample:%n",
        footer = {
            "  nephoscope types check samples/sources",
            "  nephoscope types check sources --recorded answers.ndjson --set url=URL"
        })
final class TypesCheck extends Action {
    @Parameters(
            paramLabel = "FILE",
            description = "A service file, a type file, or their folder: what lies beside a file is read with it.")
    @SuppressWarnings("NullAway.Init") // set before anything is called
    private Path file;

    @Option(
            names = "--recorded",
            paramLabel = "FILE",
            description = "Hold each type against the answers in this file too, as types try does, and ask nobody.")
    private Optional<Path> recorded = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "With --recorded: a setting. Repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    ExitCode run() {
        boolean whole = true;
        try (Installed installed = Installed.load(List.of(folder(file)), this::say)) {
            for (Provider provider : installed.providers().values()) {
                if (!provider.described().isEmpty()) {
                    say(Text.of(
                            "{0}: {1} types",
                            "{0}：{1} 个类型", provider.name(), provider.types().size()));
                    for (AssetType type : provider.types()) {
                        say(Text.of("  {0}: {1}", "  {0}：{1}", type.name(), calls(type)));
                        whole &= recorded.isEmpty() || isWhole(provider, type, recorded.get());
                    }
                }
            }
        }
        return whole ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    private boolean isWhole(Provider provider, AssetType type, Path answers) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("replay", answers.toAbsolutePath().toString());
        return new Trial(provider, type, this::say).run(all, terminal().environment()) == ExitCode.OK;
    }

    private void say(Text line) {
        terminal().out().println(Escaped.line(line.in(terminal().language())));
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
