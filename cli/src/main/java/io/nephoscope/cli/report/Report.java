package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** One way to write down a scan. The same data give the same bytes. */
public interface Report {
    /** Writes the report and flushes the stream, which stays open. */
    void write(ReportData data, OutputStream out) throws IOException;

    /** What this report leaves out since those who read its format take no more; empty where it holds all that it is there for. */
    default Optional<Text> leavesOut(ReportData data) {
        return Optional.empty();
    }
}
