package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a source for the assets of one type, and shows each step. */
@Command(
        name = "try",
        description = {
            "Asks a source for the assets of one type, and shows each request, how the listing",
            "ended, which fields of the file were there, and what the first assets came to."
        },
        footerHeading = "%nExample:%n",
        footer = "  nephoscope types try samples/sources/wallgate.site.yaml --set url=URL")
final class TypesTry extends Action {
    @Parameters(paramLabel = "FILE", description = "The file of the type; its service file lies beside it.")
    @SuppressWarnings("NullAway.Init") // set before anything is called
    private Path file;

    @Option(
            names = "--recorded",
            paramLabel = "FILE",
            description =
                    "Take the answers from this file, which a scan with the setting record wrote, and ask nobody.")
    private Optional<Path> recorded = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the source. Repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    ExitCode run() {
        String name = YamlNode.read(file).field("type").filled();
        try (Installed installed = Installed.load(List.of(TypesCheck.folder(file)), this::say)) {
            AssetType type = TypesCommand.named(name, installed);
            Provider provider = installed.named(name.split("\\.", 2)[0]);
            Map<String, String> all = new LinkedHashMap<>(settings);
            recorded.ifPresent(it -> all.put("replay", it.toAbsolutePath().toString()));
            return new Trial(provider, type, this::say).run(all, terminal().environment());
        }
    }

    private void say(Text line) {
        terminal().out().println(Escaped.line(line.in(terminal().language())));
    }
}
