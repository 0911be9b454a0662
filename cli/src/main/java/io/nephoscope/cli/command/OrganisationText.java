package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Provider.Setting;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The tree of an organisation file, with what is set for each account. */
record OrganisationText(Terminal terminal, Installed installed) {
    private static final int LONGEST = 400;

    void print(Organisation organisation) {
        for (ManifestBranch branch : organisation.branches()) {
            String indent = "  ".repeat(BranchPath.depth(branch.path()) - 1);
            line(indent, BranchPath.name(branch.path()), branch(branch));
            organisation.accounts().stream()
                    .filter(account -> account.target().branch().equals(branch.path()))
                    .forEach(account -> line(indent + "  - ", account.target().label(), account(account)));
        }
    }

    private void line(String indent, String name, List<Text> parts) {
        Words words = new Words(terminal.language());
        String line = Text.of("{0}: {1}", "{0}：{1}", name, Text.listed(parts)).in(words.language());
        terminal.out().println(indent + Escaped.line(line, LONGEST, more -> words.of(Word.MORE_CHARACTERS, more)));
    }

    private static List<Text> branch(ManifestBranch branch) {
        List<Text> parts =
                new ArrayList<>(List.of(Text.of(branch.kind(), new Words(Language.ZH).branchKind(branch.kind()))));
        if (branch.mlpsLevel() > 0) {
            parts.add(Text.of("MLPS level {0}", "等保 {0} 级", branch.mlpsLevel()));
        }
        if (!branch.owner().isEmpty()) {
            parts.add(Text.of("owner {0}", "责任人 {0}", branch.owner()));
        }
        return parts;
    }

    private List<Text> account(Account account) {
        Target target = account.target();
        List<Text> parts = new ArrayList<>(List.of(Text.quoted(target.provider())));
        account.recording().ifPresent(folder -> parts.add(Text.of("replayed from {0}", "回放自 {0}", folder)));
        parts.add(
                target.regions().isEmpty()
                        ? Text.of("every region", "所有区域")
                        : Text.of("regions {0}", "区域 {0}", String.join(" ", target.regions())));
        List<String> secret = installed.named(target.provider()).settings().stream()
                .filter(Setting::isSecret)
                .map(Setting::name)
                .toList();
        new TreeMap<>(target.settings())
                .forEach((name, value) -> parts.add(Text.quoted(
                        name + " " + (secret.contains(name) ? Secrets.REDACTED : Secrets.mask(name, value)))));
        if (target.credentials() != CredentialSource.NONE) {
            parts.add(Text.of("credentials from {0}", "凭证来自 {0}", target.credentials()));
        }
        if (account.standsForOthers()) {
            parts.add(Text.of("stands for all its members", "代表其全部成员账号"));
        }
        return parts;
    }
}
