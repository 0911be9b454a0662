package io.nephoscope.cli.command;

import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.snapshot.Snapshot;
import java.util.List;

/** Says what could not be listed. */
final class Gaps {
    private Gaps() {}

    /** One sentence for each listing that was not answered. */
    static List<String> of(Snapshot snapshot) {
        return snapshot.units().stream()
                .filter(unit -> unit.isGap() && !unit.type().equals(Unit.ALL))
                .map(Gaps::sentence)
                .distinct()
                .toList();
    }

    private static String sentence(Unit unit) {
        Cause cause = unit.listing();
        String region = unit.scope().region().equals(Unit.ALL)
                ? "any region"
                : unit.scope().region();
        return "Not listed: " + unit.type() + " of account " + unit.scope().account() + " in " + region + " ("
                + cause.call() + " " + cause.outcome().label()
                + (cause.message().isEmpty() ? "" : ": " + cause.message()) + ")"
                + (cause.permission().isEmpty() ? "." : "; it needs " + cause.permission() + ".");
    }
}
