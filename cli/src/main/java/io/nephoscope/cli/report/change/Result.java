package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.FieldText;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.List;

/**
 * What a scan found by one rule of one asset, as far as a comparison asks.
 *
 * @param isWaived whether somebody accepts the failure
 * @param isAttested whether it rests on somebody's word for what was not read
 * @param evidence the hash of what the rule read
 */
public record Result(
        Subject asset,
        String rule,
        Severity severity,
        Verdict verdict,
        boolean isWaived,
        boolean isAttested,
        int evidence) {
    static Result of(Finding finding) {
        return new Result(
                finding.asset(),
                finding.rule(),
                finding.severity(),
                finding.verdict(),
                finding.waived().isPresent(),
                !finding.attested().isEmpty(),
                hash(finding.evidence()));
    }

    /** The same for values that mean the same, wherever they were kept. */
    static int hash(List<Evidence> evidence) {
        return evidence.stream()
                .map(it -> it.path() + FieldText.of(it.value(), "(absent)", "(unknown)"))
                .toList()
                .hashCode();
    }

    /** Whether it is a failure that nobody accepts. */
    boolean isFailure() {
        return verdict == Verdict.FAIL && !isWaived;
    }

    /** Whether there is something that a person wants to see gone: a failure, or what is not known. */
    boolean isOpen() {
        return isFailure() || verdict == Verdict.UNKNOWN;
    }
}
