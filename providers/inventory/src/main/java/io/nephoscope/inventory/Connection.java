package io.nephoscope.inventory;

import java.util.List;

/** An account that was reached. */
public interface Connection extends AutoCloseable {
    /** The account as a whole: its scope's region is {@link Scope#GLOBAL}. */
    Site account();

    /**
     * The regions to look at, asked of the provider at run time. Asked only where a type of the plan is listed by region.
     *
     * @throws TargetException where the target names a region that the provider does not have
     */
    Outcome<List<String>> regions() throws TargetException;

    @Override
    void close();
}
