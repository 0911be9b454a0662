package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** A part of a policy says something that we do not understand, and that we therefore do not judge. The text goes on behind what it speaks of: {@code has no statements}. */
final class UnclearPolicyException extends Exception implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    UnclearPolicyException(Text text) {
        super(text.en());
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
