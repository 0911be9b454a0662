package io.nephoscope.rules;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import java.util.List;

/**
 * What one rule says of one asset. One finding for each rule and asset that it applies to, always; and one for each account and
 * region whose assets could not be listed, since something may be there.
 *
 * @param fingerprint of rule and asset, the same in every scan and after a rename
 * @param rule the rule's id
 * @param ruleHash of the rule's content
 * @param evidence what the rule read
 * @param missing for UNKNOWN: what was not read, never empty
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
        Text message) {
    public Finding {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
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
}
