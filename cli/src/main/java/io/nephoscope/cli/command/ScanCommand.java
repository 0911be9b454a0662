package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.scan.Scan;
import io.nephoscope.cli.terminal.ScanDisplay;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Statements;
import io.nephoscope.snapshot.Snapshot;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "scan",
        description = "Reads accounts and judges what is there. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope scan --org samples/organisation.yaml",
            "  nephoscope scan --org samples/organisation.yaml -o html=report.html",
            "  nephoscope scan --provider aws --region eu-central-1 --fail-on high"
        })
final class ScanCommand extends Judging {
    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Mixin
    private CollectOptions collect = new CollectOptions();

    @Override
    ExitCode run() throws InterruptedException {
        try (Installed installed = targets.installed();
                WorkFolder folder = collect.folder()) {
            RuleSet all = rules.all(installed.types());
            RuleSet chosen = rules.chosen(all);
            Organisation organisation =
                    targets.organisation(installed, terminal().environment());
            Statements stated = statements
                    .read(installed.types())
                    .and(organisation.waivers())
                    .checked(all, installed.types());
            Former former = baseline(installed.types(), providers(organisation), organisation.within());
            Scan.Request request = new Scan.Request(
                    organisation,
                    targets.accounts(),
                    stated.ask(chosen.demand(installed.types()), chosen, installed.types()),
                    installed.types(),
                    installed.providers(),
                    collect.limits(),
                    collect.concurrency(),
                    ToolVersion.current());
            try (ScanDisplay display = display()) {
                collect.collect(new Scan(request, display, Clock.systemUTC()), folder, outputMode(), terminal());
            }
            try (Snapshot snapshot = Snapshot.open(folder.path(), installed.types())) {
                boolean isPart = !organisation.within().isEmpty();
                Criteria by = new Criteria(all, chosen, isPart ? stated.meeting(snapshot) : stated);
                return conclude(snapshot, judge(snapshot, installed.types(), by, folder.path()), former);
            }
        }
    }

    private static List<String> providers(Organisation organisation) {
        return organisation.accounts().stream()
                .map(account -> account.target().provider())
                .toList();
    }
}
