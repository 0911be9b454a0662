package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.organisation.OrganisationFile;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whom to ask: an organisation file, or one account by its provider and settings. */
final class TargetOptions {
    @ArgGroup(validate = false, order = 1, heading = "%nWhom to ask:%n")
    private Given given = new Given();

    private static final class Given {
        @Option(
                names = "--org",
                paramLabel = "FILE",
                description = "The organisation file: every account of every branch.")
        private Optional<Path> organisation = Optional.empty();

        @Option(
                names = "--provider",
                paramLabel = "NAME",
                description = "In place of an organisation file: the provider of a single account.")
        private Optional<String> provider = Optional.empty();

        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                description = "A setting of that provider, as path=assets.csv. Repeatable.")
        private Map<String, String> settings = new LinkedHashMap<>();

        @Option(names = "--profile", paramLabel = "NAME", description = "The same as --set profile=NAME.")
        private Optional<String> profile = Optional.empty();

        @Option(names = "--role-arn", paramLabel = "ARN", description = "The same as --set role-arn=ARN.")
        private Optional<String> roleArn = Optional.empty();

        @Option(names = "--external-id", paramLabel = "ID", description = "The same as --set external-id=ID.")
        private Optional<String> externalId = Optional.empty();

        @Option(
                names = "--account",
                paramLabel = "ID",
                description = "Look at this account only, by its id or its name in the organisation file. Repeatable.")
        private Set<String> accounts = new LinkedHashSet<>();

        @Option(
                names = "--region",
                paramLabel = "NAME",
                description = "Look at this region only, and at what belongs to no region. Repeatable.")
        private List<String> regions = new ArrayList<>();
    }

    Set<String> accounts() {
        return given.accounts;
    }

    Organisation organisation(Installed installed) {
        if (given.organisation.isPresent() && given.provider.isPresent()) {
            throw new UsageException("Give either --org or --provider, not both.");
        }
        Map<String, String> settings = settings();
        if (given.provider.isPresent()) {
            return single(installed.named(given.provider.get()), settings);
        }
        Path file = given.organisation.orElseThrow(() -> new UsageException(
                "Name an organisation file with --org, or a provider with --provider;" + " installed are "
                        + String.join(", ", installed.providers().keySet()) + "."));
        if (!settings.isEmpty()) {
            throw new UsageException(
                    "The setting " + settings.keySet().iterator().next()
                            + " goes with --provider; in an organisation file each account has its own.");
        }
        Organisation narrowed =
                OrganisationFile.read(file, installed.providers().values()).in(given.regions);
        if (narrowed.accounts().isEmpty()) {
            throw new UsageException("No account of " + file + " is in " + String.join(", ", given.regions) + ".");
        }
        return narrowed;
    }

    private Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>(given.settings);
        given.profile.ifPresent(value -> all.put("profile", value));
        given.roleArn.ifPresent(value -> all.put("role-arn", value));
        given.externalId.ifPresent(value -> all.put("external-id", value));
        return all;
    }

    private Organisation single(Provider provider, Map<String, String> settings) {
        List<String> known =
                provider.settings().stream().map(Provider.Setting::name).toList();
        for (String setting : settings.keySet()) {
            if (!known.contains(setting)) {
                throw new UsageException("The provider " + provider.name() + " has no setting " + setting
                        + Suggestion.didYouMean(setting, known) + "; it has " + String.join(", ", known) + ".");
            }
        }
        Path here = Path.of("").toAbsolutePath();
        Target target = new Target(provider.name(), "", provider.name(), given.regions, settings, here);
        return new Organisation("", List.of(new Account(target, Optional.empty())));
    }
}
