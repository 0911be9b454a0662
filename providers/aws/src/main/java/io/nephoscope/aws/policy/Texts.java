package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.DocList;
import java.util.ArrayList;
import java.util.List;

/** The places in a policy where one text may stand or a list of them. */
final class Texts {
    private static final int MOST_SHOWN = 5;

    private Texts() {}

    /** The texts; numbers and truths are texts too, as IAM reads them. */
    static List<String> of(Object field, String what) throws UnclearPolicyException {
        List<String> texts = new ArrayList<>();
        for (Object item : field instanceof DocList list ? list : DocList.of(field)) {
            if (!(item instanceof String) && !(item instanceof Number) && !(item instanceof Boolean)) {
                throw new UnclearPolicyException("has " + what + " that are not texts");
            }
            texts.add(item.toString());
        }
        if (texts.isEmpty()) {
            throw new UnclearPolicyException("has an empty list of " + what);
        }
        return texts;
    }

    /** The texts for people to read, the first of them where they are many. */
    static String some(List<String> texts) {
        return texts.size() <= MOST_SHOWN
                ? String.join(", ", texts)
                : String.join(", ", texts.subList(0, MOST_SHOWN)) + " and " + (texts.size() - MOST_SHOWN) + " more";
    }
}
