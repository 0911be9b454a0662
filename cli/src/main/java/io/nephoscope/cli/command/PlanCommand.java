package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.plan.Plan;
import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Shows which calls a scan would send, how many are certain, and how many depend on what there is."
                + " Sends nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope plan --org samples/organisation.yaml",
            "  nephoscope plan --provider aws --region eu-central-1 -o json=plan.json",
            "  nephoscope plan --provider aws --rule bucket-not-public --like seen"
        })
final class PlanCommand extends Action {
    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Option(
            names = "--like",
            paramLabel = "SNAPSHOT",
            description = "Say also how many calls that makes for as much as a former scan saw.")
    private Optional<Path> like = Optional.empty();

    @Mixin
    private JsonOption output = new JsonOption();

    @Override
    ExitCode run() {
        try (Installed installed = targets.installed()) {
            Organisation organisation =
                    targets.organisation(installed, terminal().environment());
            RuleSet chosen = rules.chosen(installed.types());
            Demand demand = statements
                    .read(installed.types())
                    .and(organisation.waivers())
                    .ask(chosen.demand(installed.types()), chosen, installed.types());
            List<PlannedAccount> accounts = accounts(organisation).stream()
                    .map(account -> planned(account, installed, demand))
                    .toList();
            Optional<PlanEstimate> estimate = like.map(folder -> estimate(folder, accounts, demand, installed));
            output.write(new PlanJson(accounts, estimate)::write, terminal());
            if (!isQuiet() && !output.takesStandardOutput()) {
                new PlanText(terminal()).print(accounts, estimate);
            }
            return ExitCode.OK;
        }
    }

    /** Those asked for. An id that is no label may be any account's: only the cloud can tell. */
    private List<Account> accounts(Organisation organisation) {
        List<Account> all = organisation.accounts();
        Set<String> labels = all.stream().map(it -> it.target().label()).collect(Collectors.toSet());
        Set<String> asked = targets.accounts();
        if (asked.isEmpty()) {
            return all;
        }
        if (!labels.containsAll(asked)) {
            terminal()
                    .say(Text.of(
                            "Which account has the id {0} only its cloud can tell, so that the plan is of all of them.",
                            "哪个账号的 ID 是 {0} 只有云才能确认，因此计划包含全部账号。",
                            asked.stream().filter(id -> !labels.contains(id)).collect(Collectors.joining(", "))));
            return all;
        }
        return all.stream().filter(it -> asked.contains(it.target().label())).toList();
    }

    private static PlannedAccount planned(Account account, Installed installed, Demand demand) {
        Target target = account.target();
        boolean isRecorded = account.recording().isPresent();
        return new PlannedAccount(
                target,
                isRecorded,
                isRecorded ? new Plan(List.of()) : Plan.of(installed.named(target.provider()), target, demand));
    }

    private static PlanEstimate estimate(
            Path folder, List<PlannedAccount> accounts, Demand demand, Installed installed) {
        try (Snapshot snapshot = Snapshot.open(folder, installed.types())) {
            return PlanEstimate.of(snapshot, accounts, demand);
        }
    }
}
