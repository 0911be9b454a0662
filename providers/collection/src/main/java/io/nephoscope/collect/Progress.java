package io.nephoscope.collect;

/** Is told how a collection goes on. Called from many threads. */
public interface Progress {
    /** So many more units are to be read. */
    default void planned(int units) {}

    /** A unit was read, or could not be. */
    default void finished(Unit unit) {}

    /** One more asset was written. */
    default void asset() {}
}
