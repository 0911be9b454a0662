package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which findings a format takes that does not take all: the worst, and of those that are equally bad the first. */
final class Room {
    private final Map<Rank, Long> free = new HashMap<>();
    private long room;
    private long leftOut;

    /** How much a finding matters. What somebody accepts comes after all that nobody does. */
    private record Rank(Severity severity, Verdict verdict, boolean isWaived) {}

    private Room(long most) {
        this.room = most;
    }

    /** For findings with some of the verdicts, those that matter more first. */
    static Room of(Tally tally, List<Verdict> verdicts, long most) {
        Room room = ofCounting(tally, verdicts, most);
        for (Severity severity : Severity.values()) {
            room.grant(
                    new Rank(severity, Verdict.FAIL, true), tally.of(severity).waived());
        }
        return room;
    }

    /** The same without what somebody accepts. */
    static Room ofCounting(Tally tally, List<Verdict> verdicts, long most) {
        Room room = new Room(most);
        for (Severity severity : Severity.values()) {
            Counts counts = tally.of(severity);
            verdicts.forEach(verdict -> room.grant(new Rank(severity, verdict, false), counts.counting(verdict)));
        }
        return room;
    }

    private void grant(Rank rank, long count) {
        long granted = Math.min(room, count);
        room -= granted;
        leftOut += count - granted;
        free.put(rank, granted);
    }

    /** Whether there is room for the next finding, which then takes it. */
    boolean takes(Finding finding) {
        Rank rank =
                new Rank(finding.severity(), finding.verdict(), finding.waived().isPresent());
        long places = free.getOrDefault(rank, 0L);
        free.put(rank, places - 1);
        return places > 0;
    }

    /** How many findings there is no room for. */
    long leftOut() {
        return leftOut;
    }
}
