package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Visible;
import io.nephoscope.cli.scan.Checkup.Health;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was found out about the accounts, as people read it. */
final class DoctorText {
    /** Beyond this, signatures are refused. */
    private static final Duration TOO_FAR = Duration.ofMinutes(5);

    private final PrintStream out;

    DoctorText(PrintStream out) {
        this.out = out;
    }

    void print(Diagnosis diagnosis) {
        Health health = diagnosis.health();
        out.println(Visible.line(health.target().label()));
        boolean isSignedOut = diagnosis.isSignedOut();
        Table table = new Table(
                "  credentials",
                (isSignedOut ? "no longer accepted: account " : "accepted: account ") + health.account());
        table.add("  endpoint", "answers");
        table.add("  clock", clock(health.clockAhead()));
        table.add("  regions", regions(health));
        table.add("  calls", calls(diagnosis));
        table.print(out);
        diagnosis.gaps().forEach(this::print);
        if (!diagnosis.untried().isEmpty()) {
            String why =
                    isSignedOut ? "since the credentials are not accepted" : "for want of an asset that gives cause";
            out.println("  Not tried, " + why + ": " + String.join(", ", diagnosis.untried()) + ".");
        }
        out.println();
    }

    private static String clock(Optional<Duration> ahead) {
        if (ahead.isEmpty()) {
            return "not compared, since the provider does not tell the time";
        }
        Duration off = ahead.get().abs();
        return off.compareTo(TOO_FAR) <= 0
                ? "right"
                : off.toMinutes() + " minutes " + (ahead.get().isNegative() ? "behind" : "ahead")
                        + ": signatures are refused beyond 5, so set it right";
    }

    private static String regions(Health health) {
        if (!(health.regions() instanceof Outcome.Value<List<String>> known)) {
            return "not known: nothing that lies in a region can be read";
        }
        List<String> names = known.value();
        if (names.isEmpty()) {
            return "none needed";
        }
        return names.size() + ", of which " + names.get(0) + " was tried";
    }

    private static String calls(Diagnosis diagnosis) {
        int bad = diagnosis.gaps().size();
        return diagnosis.tried() + " tried, " + (bad == 0 ? "all answered" : bad + " not answered");
    }

    private void print(Diagnosis.Ailment ailment) {
        LedgerRow call = ailment.call();
        String permission = call.permission().isEmpty() ? "" : ", it needs " + call.permission();
        out.println(Visible.line("  " + call.service() + ":" + call.operation() + " "
                + call.outcome().label().replace('_', ' ') + permission
                + (call.message().isEmpty() ? "." : " (" + call.message().en() + ").")));
        out.println("    "
                + (ailment.rules().isEmpty()
                        ? ailment.isForStatements()
                                ? "Waivers or attestations need it, to tell which assets they are about."
                                : "No rule needs it."
                        : "UNKNOWN would be " + String.join(", ", ailment.rules()) + "."));
    }

    /** @param isToGrant whether a permission would mend any of it */
    void conclude(int reached, int lost, int rules, int unknown, boolean isToGrant) {
        if (lost > 0) {
            out.println(lost + " of " + (reached + lost) + " accounts cannot be reached.");
        }
        if (unknown > 0) {
            String advice = isToGrant ? "; 'nephoscope permissions' prints the policy that they need." : ".";
            out.println(unknown + " of " + rules + " rules would be UNKNOWN, at least in part" + advice);
        } else if (reached > 0) {
            out.println("No rule would be UNKNOWN for want of what was tried.");
        } else if (lost == 0) {
            out.println("Every account is replayed from a recording: there is nothing to try.");
        }
    }
}
