package io.nephoscope.cli.scan;

import io.nephoscope.collect.Progress;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Ledger;

/** Is told how a scan goes on. Called from many threads. */
public interface Watch extends Progress {
    /** So many accounts were reached and are read now. */
    default void started(int accounts, Ledger ledger) {}

    /** An account was read. */
    default void done(Target target) {}

    /** Something about an account that whoever scans it ought to know, in one sentence. */
    default void told(Text note) {}

    /** An account cannot be read. The reason is one sentence. */
    default void lost(Text reason) {}
}
