package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;

/** What a source says cannot be what it stands for: an answer that came, and no error of ours. */
public final class Unreadable extends IllegalArgumentException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** @param what as {@code the answer says "10.0.0" for a CIDR, which is no block of addresses} */
    public Unreadable(Text what) {
        super(what.en());
        this.text = what;
    }

    @Override
    public Text text() {
        return text;
    }
}
