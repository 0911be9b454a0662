package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.List;

/** The places in a policy where one text may stand or a list of them. */
final class Texts {
    private static final int MOST_SHOWN = 5;

    private Texts() {}

    /** The texts, and nothing else. */
    static List<String> only(Object field, Text what) throws UnclearPolicyException {
        DocList items = items(field);
        if (items.texts().count() < items.size()) {
            throw new UnclearPolicyException(Text.of("has {0} that are not texts", "的{0}不是文本", what));
        }
        return of(field, what);
    }

    /** The texts; numbers and truths are texts too, where accounts and values of conditions stand. */
    static List<String> of(Object field, Text what) throws UnclearPolicyException {
        List<String> texts = new ArrayList<>();
        for (Object item : items(field)) {
            if (!(item instanceof String) && !(item instanceof Number) && !(item instanceof Boolean)) {
                throw new UnclearPolicyException(Text.of("has {0} that are not texts", "的{0}不是文本", what));
            }
            texts.add(item.toString());
        }
        if (texts.isEmpty()) {
            throw new UnclearPolicyException(Text.of("has an empty list of {0}", "的{0}是空列表", what));
        }
        return texts;
    }

    private static DocList items(Object field) {
        return field instanceof DocList list ? list : DocList.of(field);
    }

    /** The texts for people to read, the first of them where they are many. */
    static String some(List<String> texts) {
        return texts.size() <= MOST_SHOWN
                ? String.join(", ", texts)
                : String.join(", ", texts.subList(0, MOST_SHOWN)) + " and " + (texts.size() - MOST_SHOWN) + " more";
    }
}
