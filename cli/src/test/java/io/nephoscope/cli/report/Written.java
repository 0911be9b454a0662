package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reports as texts. */
public final class Written {
    private Written() {}

    public static String report(ReportFormat format, Language language, ReportData data) {
        return report(format.report(new ReportFormat.Options(language, false, false)), data);
    }

    public static String report(Report report, ReportData data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.write(data, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
