package io.nephoscope.cli.command;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.terminal.Terminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A report that is asked for, and the file that it goes to; {@code -} is standard output. */
record ReportFile(ReportFormat format, String file) {
    private static final String STANDARD_OUTPUT = "-";

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<ReportFile> {
        @Override
        public ReportFile convert(String given) {
            String[] formatAndFile = given.split("=", 2);
            ReportFormat format = new Choice<>(ReportFormat.values(), ReportFormat::label).convert(formatAndFile[0]);
            if (formatAndFile.length < 2 || formatAndFile[1].isEmpty()) {
                throw new TypeConversionException("name the file too, as " + format.label() + "=" + format.fileName());
            }
            return new ReportFile(format, formatAndFile[1]);
        }
    }

    boolean isStandardOutput() {
        return file.equals(STANDARD_OUTPUT);
    }

    /** Finds out whether the file can be written, before there is anything to write. */
    void check() {
        if (isStandardOutput()) {
            return;
        }
        Path folder = Path.of(file).toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder + " for " + file + "; make it first.");
        }
        if (!Files.isWritable(folder) || Files.isDirectory(Path.of(file))) {
            throw new UsageException("The file " + file + " cannot be written; name one that can.");
        }
    }

    void write(ReportData data, ReportFormat.Options options, Terminal terminal) {
        try {
            if (isStandardOutput()) {
                format.report(options).write(data, terminal.out());
                return;
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(file)))) {
                format.report(options).write(data, out);
            }
        } catch (IOException e) {
            throw new UsageException(
                    "The report " + file + " cannot be written (" + e.getMessage() + "); name another file.", e);
        }
    }
}
