package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Branches;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.organisation.OrganisationFile;
import io.nephoscope.cli.organisation.OrganisationSources;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whom to ask: an organisation file, or one account by its provider and settings. */
final class TargetOptions {
    @ArgGroup(validate = false, order = 1, heading = "%nWhom to ask:%n")
    private Given given = new Given();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set before anything is called
    private CommandSpec command;

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
                names = "--branch",
                paramLabel = "PATH",
                description = "Look at this branch of the organisation and all below it, as /Harbour.")
        private Optional<String> branch = Optional.empty();

        @Option(names = "--tenant", hidden = true, description = "What --branch was called before.")
        private Optional<String> tenant = Optional.empty();

        private Optional<String> branch() {
            return branch.or(() -> tenant);
        }

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

    /** What is installed: on the class path, by {@code --types-dir}, and by the organisation file's own word. */
    Installed installed() {
        List<Path> folders = new ArrayList<>(Nephoscope.of(command).typeFolders());
        given.organisation.ifPresent(file -> folders.addAll(OrganisationSources.of(file)));
        return Installed.load(folders);
    }

    Set<String> accounts() {
        return given.accounts;
    }

    /**
     * The accounts to ask. Nothing that is read of them is written over.
     *
     * @param environment in which credentials may be kept
     */
    Organisation organisation(Installed installed, Map<String, String> environment) {
        Organisation organisation = read(installed, environment);
        Outputs.check(command, organisation.files());
        return organisation;
    }

    private Organisation read(Installed installed, Map<String, String> environment) {
        if (given.organisation.isPresent() && given.provider.isPresent()) {
            throw new UsageException(
                    Text.of("Give either --org or --provider, not both.", "--org 和 --provider 只能选其一。"));
        }
        Map<String, String> settings = settings();
        if (given.provider.isPresent()) {
            if (given.provider.get().equals(OrganisationSources.DESCRIBED)) {
                throw new UsageException(Text.of(
                        "A source that files describe is an account of an organisation file, {provider: rest, service: FILE, …}; or name"
                                + " the folder of its files and what its file calls it: --types-dir DIR --provider NAME.",
                        "由文件描述的来源是组织文件中的账号 {provider: rest, service: 文件, …}；或指定其文件夹及文件中的服务名："
                                + "--types-dir DIR --provider NAME。"));
            }
            return single(installed.named(given.provider.get()), settings, environment);
        }
        Path file = given.organisation.orElseThrow(() -> new UsageException(Text.of(
                "Name an organisation file with --org, or a provider with --provider; installed are {0}.",
                "请用 --org 指定组织文件，或用 --provider 指定云服务商；已安装：{0}。",
                String.join(", ", installed.providers().keySet()))));
        if (!settings.isEmpty()) {
            throw new UsageException(Text.of(
                    "The setting {0} goes with --provider; in an organisation file each account has its own.",
                    "设置 {0} 与 --provider 一起使用；在组织文件中每个账号各有设置。",
                    settings.keySet().iterator().next()));
        }
        Organisation whole = OrganisationFile.read(file, installed.providers().values(), environment);
        Organisation chosen = given.branch().map(asked -> branch(whole, asked)).orElse(whole);
        Organisation narrowed = chosen.in(given.regions);
        if (narrowed.accounts().isEmpty()) {
            throw new UsageException(Text.of(
                    "No account of {0} is in {1}.", "{0} 中没有位于 {1} 的账号。", file, String.join(", ", given.regions)));
        }
        return narrowed;
    }

    private static Organisation branch(Organisation whole, String asked) {
        Branches branches = new Branches(whole.paths());
        Optional<String> path = branches.find(asked);
        Optional<Organisation> chosen = path.or(() -> branches.findBelow(asked))
                .map(whole::within)
                .filter(it -> path.isPresent() || !it.accounts().isEmpty());
        Organisation found = chosen.orElseThrow(() -> new UsageException(branches.missing(asked)));
        if (found.accounts().isEmpty()) {
            throw new UsageException(Text.of(
                    "There are no accounts in /{0}; name another branch.", "/{0} 中没有账号；请指定其他分支机构。", found.within()));
        }
        return found;
    }

    private Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>(given.settings);
        given.profile.ifPresent(value -> all.put("profile", value));
        given.roleArn.ifPresent(value -> all.put("role-arn", value));
        given.externalId.ifPresent(value -> all.put("external-id", value));
        return all;
    }

    private Organisation single(Provider provider, Map<String, String> settings, Map<String, String> environment) {
        if (given.branch().isPresent()) {
            throw new UsageException(Text.of(
                    "A branch is a part of an organisation; give --branch with --org.",
                    "分支机构属于组织；--branch 须与 --org 一起使用。"));
        }
        List<String> known =
                provider.settings().stream().map(Provider.Setting::name).toList();
        for (String setting : settings.keySet()) {
            if (!known.contains(setting)) {
                throw new UsageException(Text.of(
                        "The provider {0} has no setting {1}{2}; it has {3}.",
                        "云服务商 {0} 没有设置 {1}{2}；可用：{3}。",
                        provider.name(),
                        setting,
                        Suggestion.didYouMean(setting, known),
                        String.join(", ", known)));
            }
        }
        Path here = Path.of("").toAbsolutePath();
        return Organisation.of(provider, given.regions, settings, environment, here);
    }
}
