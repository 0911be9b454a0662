package io.nephoscope.cli.scan;

import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Progress;
import io.nephoscope.collect.Sink;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Set;

/** Where the assets of a target come from. */
interface Source extends AutoCloseable {
    Target target();

    /** The ids of the accounts that it reads: one, but for a recording of several. */
    Set<String> accounts();

    /** When what it reads was recorded, ISO 8601; empty for a live account. */
    String recordedAt();

    /** What is odd about it, one sentence each. */
    List<Text> notes();

    /** @throws TargetException where the target names a region that the provider does not have */
    void read(Collector collector, Sink sink, Progress progress) throws TargetException, InterruptedException;

    @Override
    void close();
}
