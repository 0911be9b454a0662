package io.nephoscope.inventory.doc;

/** The field of which the provider said: there is none. */
public final class Absent {
    /** The one absent value. */
    public static final Absent ABSENT = new Absent();

    private Absent() {}

    @Override
    public String toString() {
        return "absent";
    }
}
