package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy that is attached to a resource.
 *
 * @param statements those that can be understood
 * @param unclear why others cannot be, and with them what they do
 */
record ResourcePolicy(List<Statement> statements, Optional<Unknown> unclear) {
    /** Longer messages are cut: they quote what strangers wrote, and go into reports. */
    private static final int LONGEST_MESSAGE = 300;

    private static final ResourcePolicy NONE = new ResourcePolicy(List.of(), Optional.empty());

    ResourcePolicy {
        statements = List.copyOf(statements);
    }

    /** Reads the field of a policy that is known, or known to be absent. */
    static ResourcePolicy of(Object field) {
        if (field instanceof Absent) {
            return NONE;
        }
        Object written = field instanceof Doc policy ? policy.get("Statement") : Absent.ABSENT;
        if (!(written instanceof Doc) && !(written instanceof DocList)) {
            return new ResourcePolicy(List.of(), because(List.of("it has no statements")));
        }
        List<Statement> statements = new ArrayList<>();
        List<String> unclear = new ArrayList<>();
        int place = 0;
        for (Object item : written instanceof DocList list ? list : DocList.of(written)) {
            place++;
            try {
                statements.add(Statement.of(place, item));
            } catch (UnclearPolicyException e) {
                unclear.add("statement " + place + " " + e.getMessage());
            }
        }
        return new ResourcePolicy(statements, because(unclear));
    }

    private static Optional<Unknown> because(List<String> unclear) {
        if (unclear.isEmpty()) {
            return Optional.empty();
        }
        String words = "the policy cannot be understood: " + String.join("; ", unclear);
        String message = words.length() > LONGEST_MESSAGE ? words.substring(0, LONGEST_MESSAGE) + "…" : words;
        return Optional.of(Unknown.because(new Cause("derive:policy", Status.FAILED, "", message)));
    }

    /** False for a policy that is understood as a whole, else unknown. */
    Tri orUnclear() {
        return unclear.map(Tri::unknown).orElse(Tri.FALSE);
    }
}
