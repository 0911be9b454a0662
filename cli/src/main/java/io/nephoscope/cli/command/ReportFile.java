package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.output.FileMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A report that is asked for, and the file that it goes to. */
record ReportFile(ReportFormat format, OutputFile file) {
    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<ReportFile> {
        @Override
        public ReportFile convert(String given) {
            String[] formatAndFile = given.split("=", 2);
            ReportFormat format = new Choice<>(ReportFormat.values(), ReportFormat::label).convert(formatAndFile[0]);
            if (formatAndFile.length < 2 || formatAndFile[1].isEmpty()) {
                throw new TypeConversionException("name the file too, as " + format.label() + "=" + format.fileName());
            }
            return new ReportFile(format, new OutputFile("-o " + given, formatAndFile[1]));
        }
    }

    void write(ReportData data, ReportFormat.Options options, FileMode mode, Terminal terminal) {
        Report report = format.report(options);
        file.write(out -> report.write(data, out), mode, terminal);
        report.leavesOut(data).ifPresent(terminal::say);
    }
}
