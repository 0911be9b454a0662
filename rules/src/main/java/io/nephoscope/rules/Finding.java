package io.nephoscope.rules;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Optional;

/**
 * What one rule says of one asset. One finding for each rule and asset that it applies to, always; and one for each account and
 * region whose assets could not be listed, since something may be there.
 *
 * @param fingerprint of rule and asset, the same in every scan and after a rename
 * @param rule the rule's id
 * @param ruleHash of the rule's content
 * @param evidence what the rule read
 * @param missing for UNKNOWN: what was not read, never empty
 * @param attested the statements without which this verdict would be UNKNOWN; none where everything was read
 * @param waived for FAIL: who accepts it, where somebody does
 */
public record Finding(
        String fingerprint,
        String rule,
        String ruleHash,
        Subject asset,
        Verdict verdict,
        Severity severity,
        List<Evidence> evidence,
        List<Cause> missing,
        Text message,
        List<Attested> attested,
        Optional<Waived> waived) {
    public Finding {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
        attested = List.copyOf(attested);
    }

    /** A finding that rests on what was read, and that nobody accepts. */
    public Finding(
            String fingerprint,
            String rule,
            String ruleHash,
            Subject asset,
            Verdict verdict,
            Severity severity,
            List<Evidence> evidence,
            List<Cause> missing,
            Text message) {
        this(
                fingerprint,
                rule,
                ruleHash,
                asset,
                verdict,
                severity,
                evidence,
                missing,
                message,
                List.of(),
                Optional.empty());
    }

    /** The same, resting on statements. */
    Finding resting(List<Attested> statements) {
        return new Finding(
                fingerprint, rule, ruleHash, asset, verdict, severity, evidence, missing, message, statements, waived);
    }

    /** The same, accepted by somebody. */
    Finding accepted(Waived waiver) {
        return new Finding(
                fingerprint,
                rule,
                ruleHash,
                asset,
                verdict,
                severity,
                evidence,
                missing,
                message,
                attested,
                Optional.of(waiver));
    }

    /**
     * What is judged.
     *
     * @param nativeId {@link #UNLISTED} where the assets of the type could not be listed
     */
    public record Subject(String uid, String nativeId, String type, String name, Scope scope) {
        /** In place of a native id: whatever may be there. */
        public static final String UNLISTED = "*";

        public boolean isUnlisted() {
            return nativeId.equals(UNLISTED);
        }
    }

    /**
     * A value that the rule read.
     *
     * @param value a field of a document: text, number, truth, object, list, absent or unknown
     * @param call the operations that it came from, as {@code s3:GetBucketPolicy}, joined by a comma and a space
     */
    public record Evidence(String path, Object value, String call) {}

    /**
     * A statement in place of what was not read.
     *
     * @param field of the asset, or of one that is related to it
     * @param evidence where its owner says the proof lies
     * @param until the last day on which it holds, ISO 8601
     */
    public record Attested(String field, String statement, String owner, String evidence, String until) {}

    /**
     * A failure that somebody accepts.
     *
     * @param until the last day on which they do, ISO 8601
     */
    public record Waived(String reason, String owner, String until) {}
}
