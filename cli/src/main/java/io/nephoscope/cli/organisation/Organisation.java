package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TenantPath;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.snapshot.Manifest.ManifestNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every account to look at.
 *
 * @param name empty without an organisation file
 * @param nodes the tree, its head first
 * @param waivers what the nodes accept, each for all that lies below it
 * @param files the files that it names, also those of accounts to which it is not narrowed
 * @param within the tenant to which it is narrowed, below which also lies all that its accounts turn out to stand for; empty for all
 */
public record Organisation(
        String name,
        List<ManifestNode> nodes,
        List<Account> accounts,
        List<Waiver> waivers,
        List<NamedFile> files,
        String within) {
    public Organisation {
        waivers = List.copyOf(waivers);
        nodes = List.copyOf(nodes);
        accounts = List.copyOf(accounts);
        files = List.copyOf(files);
    }

    /** Accounts without a tree. */
    public Organisation(String name, List<Account> accounts) {
        this(name, List.of(), accounts, List.of(), List.of(), "");
    }

    /**
     * A single account, that belongs to no organisation.
     *
     * @param environment in which its credentials may be kept
     */
    public static Organisation of(
            Provider provider,
            List<String> regions,
            Map<String, String> settings,
            Map<String, String> environment,
            Path base) {
        CredentialSource credentials = CredentialReference.usual(provider.credentialFields(), environment);
        Target target = new Target(provider.name(), "", provider.name(), regions, settings, credentials, base);
        Account account = new Account(target, Optional.empty());
        return new Organisation("", List.of(), List.of(account), List.of(), NamedFile.of(provider, account), "");
    }

    /** The same in these regions only: an account that lies in none of them is left out. Asked for no region, it stays as it is. */
    public Organisation in(List<String> regions) {
        return regions.isEmpty()
                ? this
                : new Organisation(
                        name,
                        nodes,
                        accounts.stream()
                                .map(account -> account.in(regions))
                                .flatMap(Optional::stream)
                                .toList(),
                        waivers,
                        files,
                        within);
    }

    /** The tenants that it knows before any account is asked what it stands for. */
    public SortedSet<String> tenants() {
        SortedSet<String> tenants = new TreeSet<>();
        nodes.forEach(node -> tenants.add(node.path()));
        accounts.forEach(account -> tenants.add(account.target().tenant()));
        tenants.remove("");
        return tenants;
    }

    /**
     * A node and all below it. Below what is no node of the tree, some account above may turn out to have members: such accounts stay.
     */
    public Organisation within(String tenant) {
        boolean isNode = nodes.stream().anyMatch(node -> node.path().equals(tenant));
        return new Organisation(
                name,
                nodes.stream()
                        .filter(node -> TenantPath.isWithin(node.path(), tenant))
                        .toList(),
                accounts.stream()
                        .filter(account -> lies(account.target().tenant(), tenant)
                                || (!isNode
                                        && account.standsForOthers()
                                        && lies(tenant, account.target().tenant())))
                        .toList(),
                waivers,
                files,
                tenant);
    }

    private static boolean lies(String tenant, String branch) {
        return TenantPath.isWithin(tenant, branch);
    }
}
