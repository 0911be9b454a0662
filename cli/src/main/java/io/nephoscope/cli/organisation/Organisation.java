package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
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
 * @param branches the tree, its head first
 * @param waivers what the branches accept, each for all that lies below it
 * @param files the files that it names, also those of accounts to which it is not narrowed
 * @param within the branch to which it is narrowed, below which also lies all that its accounts turn out to stand for; empty for all
 * @param regions those to which it is narrowed, where accounts were left out for that; none where all stayed
 */
public record Organisation(
        String name,
        List<ManifestBranch> branches,
        List<Account> accounts,
        List<Waiver> waivers,
        List<NamedFile> files,
        String within,
        List<String> regions) {
    public Organisation {
        regions = List.copyOf(regions);
        waivers = List.copyOf(waivers);
        branches = List.copyOf(branches);
        accounts = List.copyOf(accounts);
        files = List.copyOf(files);
    }

    /** Accounts without a tree. */
    public Organisation(String name, List<Account> accounts) {
        this(name, List.of(), accounts, List.of(), List.of(), "", List.of());
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
        return new Organisation(
                "", List.of(), List.of(account), List.of(), NamedFile.of(provider, account), "", List.of());
    }

    /** The same in these regions only: an account that lies in none of them is left out. Asked for no region, it stays as it is. */
    public Organisation in(List<String> asked) {
        if (asked.isEmpty()) {
            return this;
        }
        List<Account> left = accounts.stream()
                .map(account -> account.in(asked))
                .flatMap(Optional::stream)
                .toList();
        return new Organisation(
                name, branches, left, waivers, files, within, left.size() < accounts.size() ? asked : regions);
    }

    /** The paths of the branches that it knows before any account is asked what it stands for. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        branches.forEach(branch -> paths.add(branch.path()));
        accounts.forEach(account -> paths.add(account.target().branch()));
        paths.remove("");
        return paths;
    }

    /**
     * A branch and all below it. Below what is no branch of the tree, some account above may turn out to have members, and what a file above
     * holds may belong to any branch: such accounts stay.
     */
    public Organisation within(String path) {
        boolean isKnown = branches.stream().anyMatch(branch -> branch.path().equals(path));
        return new Organisation(
                name,
                branches.stream()
                        .filter(branch -> BranchPath.isWithin(branch.path(), path))
                        .toList(),
                accounts.stream()
                        .flatMap(account -> account.within(path, isKnown).stream())
                        .toList(),
                waivers,
                files,
                path,
                regions);
    }
}
