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
import picocli.CommandLine.Option;

/** Whom to ask: an organisation file, or one account by its provider and settings. */
final class TargetOptions {
    @Option(names = "--org", paramLabel = "FILE", description = "The organisation file: every account of every branch.")
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

    Set<String> accounts() {
        return accounts;
    }

    Organisation organisation(Installed installed) {
        if (organisation.isPresent() == provider.isPresent()) {
            throw new UsageException(
                    organisation.isPresent()
                            ? "Give either --org or --provider, not both."
                            : "Name an organisation file with --org, or a provider with --provider; installed are "
                                    + String.join(", ", installed.providers().keySet()) + ".");
        }
        Map<String, String> given = allSettings();
        if (organisation.isEmpty()) {
            return single(installed.named(provider.orElseThrow()), given);
        }
        if (!given.isEmpty()) {
            throw new UsageException("The setting " + given.keySet().iterator().next()
                    + " goes with --provider; in an organisation file each account has its own.");
        }
        Organisation narrowed = OrganisationFile.read(
                        organisation.get(), installed.providers().values())
                .in(regions);
        if (narrowed.accounts().isEmpty()) {
            throw new UsageException(
                    "No account of " + organisation.get() + " is in " + String.join(", ", regions) + ".");
        }
        return narrowed;
    }

    private Map<String, String> allSettings() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        profile.ifPresent(value -> all.put("profile", value));
        roleArn.ifPresent(value -> all.put("role-arn", value));
        externalId.ifPresent(value -> all.put("external-id", value));
        return all;
    }

    private Organisation single(Provider of, Map<String, String> given) {
        List<String> known = of.settings().stream().map(Provider.Setting::name).toList();
        for (String setting : given.keySet()) {
            if (!known.contains(setting)) {
                throw new UsageException("The provider " + of.name() + " has no setting " + setting
                        + Suggestion.didYouMean(setting, known) + "; it has " + String.join(", ", known) + ".");
            }
        }
        Path here = Path.of("").toAbsolutePath();
        Target target = new Target(of.name(), "", of.name(), regions, given, here);
        return new Organisation("", List.of(new Account(target, Optional.empty())));
    }
}
