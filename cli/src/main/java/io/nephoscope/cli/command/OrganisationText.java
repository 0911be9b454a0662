package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.report.Visible;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Provider.Setting;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TenantPath;
import io.nephoscope.inventory.snapshot.Manifest.ManifestNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The tree of an organisation file, with what is set for each account. */
record OrganisationText(PrintStream out, Installed installed) {
    private static final int LONGEST = 400;

    void print(Organisation organisation) {
        for (ManifestNode node : organisation.nodes()) {
            String indent = "  ".repeat(TenantPath.depth(node.path()) - 1);
            line(indent, TenantPath.name(node.path()), node(node));
            organisation.accounts().stream()
                    .filter(account -> account.target().tenant().equals(node.path()))
                    .forEach(account -> line(indent + "  - ", account.target().label(), account(account)));
        }
    }

    private void line(String indent, String name, List<String> parts) {
        String line = name + ": " + String.join(", ", parts);
        out.println(indent + Visible.line(line, LONGEST, more -> "… (" + more + " more characters)"));
    }

    private static List<String> node(ManifestNode node) {
        List<String> parts = new ArrayList<>(List.of(node.kind()));
        if (node.mlpsLevel() > 0) {
            parts.add("MLPS level " + node.mlpsLevel());
        }
        if (!node.owner().isEmpty()) {
            parts.add("owner " + node.owner());
        }
        return parts;
    }

    private List<String> account(Account account) {
        Target target = account.target();
        List<String> parts = new ArrayList<>(List.of(target.provider()));
        account.recording().ifPresent(folder -> parts.add("replayed from " + folder));
        parts.add(target.regions().isEmpty() ? "every region" : "regions " + String.join(" ", target.regions()));
        List<String> secret = installed.named(target.provider()).settings().stream()
                .filter(Setting::isSecret)
                .map(Setting::name)
                .toList();
        new TreeMap<>(target.settings())
                .forEach((name, value) ->
                        parts.add(name + " " + (secret.contains(name) ? Secrets.REDACTED : Secrets.mask(name, value))));
        if (target.credentials() != CredentialSource.NONE) {
            parts.add("credentials from " + target.credentials());
        }
        if (account.standsForOthers()) {
            parts.add("stands for all its members");
        }
        return parts;
    }
}
