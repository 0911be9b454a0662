package io.nephoscope.cli.report;

import java.io.IOException;
import java.io.OutputStream;

/** One way to write down a scan. The same data give the same bytes. */
public interface Report {
    /** Writes the report and flushes the stream, which stays open. */
    void write(ReportData data, OutputStream out) throws IOException;
}
