package io.nephoscope.cli.report.change;

import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A finding that is another one than before.
 *
 * @param reasons why, as far as that can be told; never empty
 * @param before empty where there was none
 * @param now empty where there is none; one of both is there
 */
public record Changed(
        String fingerprint, Change change, Set<Reason> reasons, Optional<Result> before, Optional<Result> now) {
    public Changed {
        reasons = Set.copyOf(reasons);
    }

    private Result last() {
        return now.or(() -> before).orElseThrow();
    }

    /** Whether it is, or was, something that a person wants to see gone. */
    boolean isOpen() {
        return Stream.of(before, now).flatMap(Optional::stream).anyMatch(Result::isOpen);
    }

    public Subject asset() {
        return last().asset();
    }

    public String rule() {
        return last().rule();
    }

    public Severity severity() {
        return last().severity();
    }
}
