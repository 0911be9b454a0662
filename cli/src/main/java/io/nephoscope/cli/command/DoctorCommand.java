package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.scan.Checkup;
import io.nephoscope.cli.scan.Scan;
import io.nephoscope.cli.scan.Watch;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Statements;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = {
            "Finds out in seconds whether a scan would succeed: credentials, endpoint, clock, regions, and each call of the"
                    + " plan on one asset. Says which rules would be UNKNOWN.",
            "Ends with 0 where none would, with 3 where some would, and with 2 where an account cannot be reached."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope doctor --provider aws --region eu-central-1",
            "  nephoscope doctor --org samples/organisation.yaml --rule bucket-not-public"
        })
final class DoctorCommand extends Action {
    /** Nobody waits for a doctor as long as for a scan. */
    private static final Limits BRISK =
            new Limits(Duration.ofSeconds(10), 2, 4, Duration.ofMillis(200), Duration.ofSeconds(2), 50);

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    private final Clock clock = Clock.systemUTC();

    @Override
    ExitCode run() throws InterruptedException {
        try (Installed installed = targets.installed()) {
            RuleSet all = rules.all(installed.types());
            RuleSet chosen = rules.chosen(all);
            Organisation organisation =
                    targets.organisation(installed, terminal().environment());
            Statements stated = statements
                    .read(installed.types())
                    .and(organisation.waivers())
                    .checked(all, installed.types());
            Scan.Request request = new Scan.Request(
                    organisation,
                    targets.accounts(),
                    stated.ask(chosen.demand(installed.types()), chosen, installed.types()),
                    installed.types(),
                    installed.providers(),
                    BRISK,
                    1,
                    ToolVersion.current());
            Terminal terminal = terminal();
            Watch watch = new Watch() {
                @Override
                public void told(Text note) {
                    terminal.say(note);
                }

                @Override
                public void lost(Text reason) {
                    terminal.say(reason);
                }
            };
            Checkup.Result result = new Checkup(request, watch, clock).run();
            SortedSet<String> unknown = new TreeSet<>();
            List<Diagnosis> diagnoses = result.accounts().stream()
                    .map(health -> Diagnosis.of(health, chosen, stated, installed))
                    .toList();
            diagnoses.forEach(diagnosis -> unknown.addAll(diagnosis.unknown()));
            if (!isQuiet()) {
                DoctorText text = new DoctorText(terminal);
                diagnoses.forEach(text::print);
                boolean isToGrant = diagnoses.stream().anyMatch(Diagnosis::isToGrant);
                text.conclude(diagnoses.size(), result.lost().size(), chosen.size(), unknown.size(), isToGrant);
            }
            if (!result.lost().isEmpty()) {
                return ExitCode.USAGE;
            }
            Words words = new Words(terminal.language());
            return unknown.isEmpty()
                    ? ExitCode.OK
                    : new Ending(ExitCode.INCOMPLETE, words.of(Word.EXIT_DOCTOR, unknown.size()))
                            .sayIf(isQuiet(), terminal);
        }
    }
}
