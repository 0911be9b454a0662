package io.nephoscope.rules;

import java.util.function.Consumer;

/** Findings that may be walked any number of times, always in the order of asset uids and then of rule ids. */
public interface Findings {
    void forEach(Consumer<Finding> each);
}
