package io.nephoscope.rules;

import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Map;

/**
 * What people read of a rule.
 *
 * @param id states the good condition, as {@code bucket-not-public}
 * @param hash of the rule's content
 * @param appliesTo the kind or type that it judges, as {@code storage.bucket}
 * @param title the good condition in one line
 * @param why what may happen where it is not met
 * @param failed what is wrong with an asset that fails, in one sentence
 * @param pass the condition as it stands in the rule
 * @param remediation how to mend it, by provider
 */
public record RuleInfo(
        String id,
        String hash,
        String appliesTo,
        Severity severity,
        Text title,
        Text why,
        Text failed,
        String pass,
        Map<String, Remediation> remediation,
        List<Reference> references) {
    public RuleInfo {
        remediation = Map.copyOf(remediation);
        references = List.copyOf(references);
    }

    /**
     * Where more is said.
     *
     * @param name as {@code CIS AWS Foundations 7.0.0, 3.1.4}
     * @param url an https address, empty where there is none
     */
    public record Reference(String name, String url) {}
}
