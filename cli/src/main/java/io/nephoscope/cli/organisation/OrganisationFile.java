package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.rules.statement.WaiverReader;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads an organisation file: a tree of groups, branches and systems, each with its accounts and with what it sets for all below.
 *
 * <pre>{@code
 * name: Lakeside Group
 * owner: security office
 * mlps-level: 2
 * branches:
 *   - name: Harbour
 *     aws: {profile: audit, regions: [eu-west-1]}
 *     accounts:
 *       - provider: aws
 *       - provider: files
 *         name: machine room
 *         path: harbour.csv
 * }</pre>
 */
public final class OrganisationFile {
    /** An anchor may stand inside what it names: such a tree has no end. */
    private static final int DEEPEST = 32;

    private final Path folder;
    private final Map<String, Provider> providers = new TreeMap<>();
    private final Map<String, String> environment;
    private final List<ManifestBranch> branches = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<NamedFile> files = new ArrayList<>();
    private final WaiverReader waiverReader;
    private final Set<String> labels = new HashSet<>();
    /** What several accounts take over from one place is read once. */
    private final Map<List<Object>, CredentialSource> sources = new HashMap<>();

    private OrganisationFile(Path folder, Collection<Provider> providers, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
        this.waiverReader = new WaiverReader(Types.ofProviders(providers));
        providers.forEach(provider -> this.providers.put(provider.name(), provider));
    }

    /**
     * @param environment in which credentials may be kept
     * @throws YamlException where the file does not say what it should
     */
    public static Organisation read(Path file, Collection<Provider> providers, Map<String, String> environment) {
        YamlNode root = YamlNode.read(file);
        OrganisationFile reader =
                new OrganisationFile(file.toAbsolutePath().normalize().resolveSibling(""), providers, environment);
        ManifestBranch head =
                reader.branch(root, new ManifestBranch("", Fields.KINDS.get(0), 0, ""), Inherited.NOTHING);
        if (reader.accounts.isEmpty()) {
            throw root.error(
                    Text.of("there are no accounts; add one below {0}.", "没有账号；请在 {0} 之下添加。", Fields.ACCOUNTS));
        }
        return new Organisation(
                head.path(), reader.branches, reader.accounts, reader.waivers, reader.files, "", List.of());
    }

    /** Reads a branch and all below it. */
    private ManifestBranch branch(YamlNode yaml, ManifestBranch above, Inherited fromAbove) {
        if (BranchPath.depth(above.path()) >= DEEPEST) {
            throw yaml.error(Text.of(
                    "branches lie deeper than {0} levels here; make the tree flatter.",
                    "此处分支机构超过 {0} 层；请减少层级。", DEEPEST));
        }
        refuseSecrets(yaml);
        yaml.fields(Fields.ofBranch(providers.values()).keySet());
        yaml.optional(Fields.CREDENTIALS).ifPresent(this::credentials);
        yaml.optional(Fields.PROVIDER).ifPresent(this::provider);
        ManifestBranch branch = described(yaml, above);
        branches.add(branch);
        yaml.optional(Fields.WAIVERS).ifPresent(given -> waivers.addAll(waivers(given, branch.path())));
        Inherited inherited = fromAbove.and(yaml, providers.values());
        for (YamlNode account : items(yaml, Fields.ACCOUNTS)) {
            accounts.add(account(account, branch.path(), inherited));
        }
        Set<String> names = new HashSet<>();
        for (YamlNode below : items(yaml, Fields.BRANCHES)) {
            String name = BranchPath.name(branch(below, branch, inherited).path());
            if (!names.add(name)) {
                throw below.error(
                        Text.of("a branch before this one is named {0} too; rename one.", "前面已有分支机构名为 {0}；请改名。", name));
            }
        }
        return branch;
    }

    private static ManifestBranch described(YamlNode yaml, ManifestBranch above) {
        YamlNode nameNode = yaml.field(Fields.NAME);
        String name = nameNode.text().strip();
        if (name.isEmpty() || name.contains("/")) {
            throw nameNode.error(
                    Text.of("a branch's name is neither empty nor has a slash; change it.", "分支机构名不能为空，也不能含斜杠；请修改。"));
        }
        String usual = Fields.KINDS.get(above.path().isEmpty() ? 0 : 1);
        return new ManifestBranch(
                BranchPath.below(above.path(), name),
                yaml.optional(Fields.KIND).map(OrganisationFile::kind).orElse(usual),
                yaml.optional(Fields.MLPS_LEVEL).map(OrganisationFile::level).orElse(above.mlpsLevel()),
                yaml.optional(Fields.OWNER)
                        .map(it -> Plain.text(Fields.OWNER, it))
                        .orElse(above.owner()));
    }

    /** A list, or the file that holds one. */
    private List<Waiver> waivers(YamlNode given, String branch) {
        if (given.isList()) {
            return waiverReader.read(given, branch);
        }
        Path path = folder.resolve(Plain.path(Fields.WAIVERS, given));
        files.add(new NamedFile("the waivers of /" + branch, path, false));
        YamlNode file = YamlNode.read(path);
        file.fields(Set.of(Fields.WAIVERS));
        return waiverReader.read(file.field(Fields.WAIVERS), branch);
    }

    private static String kind(YamlNode node) {
        String kind = node.text();
        if (!Fields.KINDS.contains(kind)) {
            throw node.error(Text.of(
                    "there is no kind {0}{1}; a branch is a {2}.",
                    "没有类别 {0}{1}；分支机构的类别可为 {2}。",
                    kind,
                    Suggestion.didYouMean(kind, Fields.KINDS),
                    String.join(", ", Fields.KINDS)));
        }
        return kind;
    }

    private static int level(YamlNode node) {
        String level = node.text();
        if (!level.matches("[" + Fields.LOWEST_LEVEL + "-" + Fields.HIGHEST_LEVEL + "]")) {
            throw node.error(Text.of(
                    "a level of the multi-level protection scheme is a number from 1 to 5.", "等级保护级别为 1 至 5 的数字。"));
        }
        return Integer.parseInt(level);
    }

    private static List<YamlNode> items(YamlNode node, String field) {
        return node.optional(field).map(YamlNode::items).orElse(List.of());
    }

    private Account account(YamlNode yaml, String branch, Inherited inherited) {
        YamlNode named =
                yaml.optional(Fields.PROVIDER).or(inherited::provider).orElseGet(() -> yaml.field(Fields.PROVIDER));
        Optional<Path> service = OrganisationSources.service(yaml, folder);
        Provider provider = service.isPresent()
                ? provider(yaml.field(OrganisationSources.SERVICE), OrganisationSources.provider(service.get()))
                : provider(named);
        refuseSecrets(yaml);
        Set<String> known = new TreeSet<>(Fields.ofAccount(provider).keySet());
        service.ifPresent(file -> known.add(OrganisationSources.SERVICE));
        yaml.fields(known);
        Map<String, YamlNode> fields = inherited.of(provider, yaml);
        Map<String, String> settings = new HashMap<>();
        provider.settings().stream()
                .map(Provider.Setting::name)
                .forEach(setting -> Optional.ofNullable(fields.get(setting))
                        .ifPresent(value -> settings.put(setting, Plain.text(setting, value))));
        String label = yaml.optional(Fields.NAME)
                .map(name -> Plain.text(Fields.NAME, name))
                .orElse(provider.name() + " in " + branch);
        if (!labels.add(label)) {
            throw yaml.error(Text.of(
                    "an account before this one is named {0} too; give it another {1}.",
                    "前面已有账号名为 {0}；请另取 {1}。", label, Fields.NAME));
        }
        CredentialSource credentials = CredentialReference.usual(provider.credentialFields(), environment);
        YamlNode given = fields.get(Fields.CREDENTIALS);
        if (given != null && credentials(given) instanceof CredentialReference.InProfile profile) {
            settings.put(CredentialReference.PROFILE, profile(given, provider, profile));
        } else if (given != null) {
            credentials = new LabelledSource(label, source(given, provider));
        }
        Target target =
                new Target(provider.name(), branch, label, regions(yaml, fields), settings, credentials, folder);
        Optional<Path> recording =
                yaml.optional(Fields.SNAPSHOT).map(snapshot -> folder.resolve(Plain.path(Fields.SNAPSHOT, snapshot)));
        boolean isMany = recording.isEmpty() && !provider.discovering(target).isEmpty();
        Account account = new Account(target, recording, isMany, recording.isEmpty() && provider.namesBranches());
        files.addAll(NamedFile.of(provider, account));
        return account;
    }

    private static List<String> regions(YamlNode account, Map<String, YamlNode> fields) {
        YamlNode given = fields.get(Fields.REGIONS);
        if (given == null) {
            return List.of();
        }
        List<String> regions = given.items().stream().map(YamlNode::text).toList();
        if (regions.isEmpty()) {
            throw account.error(Text.of(
                    "the list of regions is empty; name some, or leave {0} out to look at all.",
                    "区域列表为空；请写明区域，或去掉 {0} 以查看全部。", Fields.REGIONS));
        }
        return regions;
    }

    private CredentialReference credentials(YamlNode node) {
        return CredentialReference.read(node, providers.values(), folder);
    }

    private CredentialSource source(YamlNode given, Provider provider) {
        return sources.computeIfAbsent(
                List.of(given, provider.name()),
                key -> new ReadOnce(credentials(given).source(provider, environment)));
    }

    private static String profile(YamlNode given, Provider provider, CredentialReference.InProfile profile) {
        boolean isKnown =
                provider.settings().stream().anyMatch(setting -> setting.name().equals(CredentialReference.PROFILE));
        if (!isKnown) {
            throw given.error(Text.of(
                    "the provider {0} has no profiles; keep the credentials in environment, file or command.",
                    "云服务商 {0} 没有 profile；请用 environment、file 或 command 保存凭证。", provider.name()));
        }
        return profile.name();
    }

    /** Before a field that nobody knows is refused as such: under some names only a secret can stand. */
    private void refuseSecrets(YamlNode yaml) {
        Set<String> secrets = Fields.secret(providers.values());
        yaml.fields().forEach((name, value) -> {
            if (secrets.contains(name)) {
                throw value.error(CredentialReference.literal());
            }
        });
    }

    private Provider provider(YamlNode node) {
        return provider(node, node.text());
    }

    private Provider provider(YamlNode node, String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            Set<String> known = new TreeSet<>(providers.keySet());
            known.add(OrganisationSources.DESCRIBED);
            throw node.error(Text.of(
                    "there is no provider {0}{1}; installed: {2}.",
                    "没有云服务商 {0}{1}；已安装：{2}。", name, Suggestion.didYouMean(name, known), String.join(", ", known)));
        }
        return provider;
    }
}
