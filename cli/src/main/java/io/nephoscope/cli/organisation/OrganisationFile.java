package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Target;
import io.nephoscope.rules.yaml.YamlException;
import io.nephoscope.rules.yaml.YamlNode;
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
 * Reads an organisation file: a tree of branches, each with its accounts.
 *
 * <pre>{@code
 * name: Lakeside Group
 * branches:
 *   - name: Harbour
 *     accounts:
 *       - provider: files
 *         name: machine room
 *         path: harbour.csv
 * }</pre>
 */
public final class OrganisationFile {
    private static final String NAME = "name";
    private static final String BRANCHES = "branches";
    private static final String ACCOUNTS = "accounts";
    private static final String PROVIDER = "provider";
    private static final String REGIONS = "regions";
    private static final String SNAPSHOT = "snapshot";
    /** An anchor may stand inside what it names: such a tree has no end. */
    private static final int DEEPEST = 32;

    private final Path folder;
    private final Map<String, Provider> providers = new TreeMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();

    private OrganisationFile(Path folder, Collection<Provider> providers) {
        this.folder = folder;
        providers.forEach(provider -> this.providers.put(provider.name(), provider));
    }

    /** @throws YamlException where the file does not say what it should */
    public static Organisation read(Path file, Collection<Provider> providers) {
        YamlNode root = YamlNode.read(file);
        OrganisationFile reader =
                new OrganisationFile(file.toAbsolutePath().normalize().resolveSibling(""), providers);
        String name = reader.branch(root, "", 1);
        if (reader.accounts.isEmpty()) {
            throw root.error("there are no accounts; add one below " + ACCOUNTS + ".");
        }
        return new Organisation(name, reader.accounts);
    }

    /** Reads a branch and all below it; the answer is its name. */
    private String branch(YamlNode node, String parent, int depth) {
        if (depth > DEEPEST) {
            throw node.error("branches lie deeper than " + DEEPEST + " levels here; make the tree flatter.");
        }
        node.fields(Set.of(NAME, BRANCHES, ACCOUNTS));
        YamlNode nameNode = node.field(NAME);
        String name = name(nameNode);
        String tenant = parent.isEmpty() ? name : parent + "/" + name;
        for (YamlNode account : items(node, ACCOUNTS)) {
            accounts.add(account(account, tenant));
        }
        Set<String> names = new HashSet<>();
        for (YamlNode below : items(node, BRANCHES)) {
            String branch = branch(below, tenant, depth + 1);
            if (!names.add(branch)) {
                throw below.error("a branch before this one is named " + branch + " too; rename one.");
            }
        }
        return name;
    }

    private static List<YamlNode> items(YamlNode node, String field) {
        return node.optional(field).map(YamlNode::items).orElse(List.of());
    }

    private static String name(YamlNode node) {
        String name = node.text().strip();
        if (name.isEmpty() || name.contains("/")) {
            throw node.error("a branch's name is neither empty nor has a slash; change it.");
        }
        return name;
    }

    private Account account(YamlNode node, String tenant) {
        Provider provider = provider(node.field(PROVIDER));
        Set<String> known = new TreeSet<>(Set.of(PROVIDER, NAME, REGIONS, SNAPSHOT));
        provider.settings().forEach(setting -> known.add(setting.name()));
        Map<String, YamlNode> fields = node.fields(known);
        Map<String, String> settings = new HashMap<>();
        provider.settings().stream()
                .map(Provider.Setting::name)
                .forEach(setting -> node.optional(setting).ifPresent(value -> settings.put(setting, value.text())));
        String label = node.optional(NAME).map(YamlNode::text).orElse(provider.name() + " in " + tenant);
        if (!labels.add(label)) {
            throw node.error("an account before this one is named " + label + " too; give it another " + NAME + ".");
        }
        List<String> regions = items(node, REGIONS).stream().map(YamlNode::text).toList();
        if (fields.containsKey(REGIONS) && regions.isEmpty()) {
            throw node.error("the list of regions is empty; name some, or leave " + REGIONS + " out to look at all.");
        }
        Target target = new Target(provider.name(), tenant, label, regions, settings, folder);
        Optional<Path> recording = node.optional(SNAPSHOT).map(value -> folder.resolve(value.text()));
        return new Account(target, recording);
    }

    private Provider provider(YamlNode node) {
        String name = node.text();
        Provider provider = providers.get(name);
        if (provider == null) {
            throw node.error("there is no provider " + name + Suggestion.didYouMean(name, providers.keySet())
                    + "; installed: " + String.join(", ", providers.keySet()) + ".");
        }
        return provider;
    }
}
