package io.nephoscope.inventory;

/** What a source says cannot be what it stands for: an answer that came, and no error of ours. The message is for people. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param what as {@code the answer says "10.0.0" for a CIDR, which is no block of addresses} */
    public Unreadable(String what) {
        super(what);
    }
}
