package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.ChangesJson;
import io.nephoscope.cli.report.change.ChangesMarkdown;
import io.nephoscope.cli.report.change.ChangesSheet;
import io.nephoscope.cli.report.change.Comparison;
import io.nephoscope.cli.report.sheet.CsvFile;
import io.nephoscope.cli.report.sheet.SheetWords;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.output.FileMode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What changed between two scans, and the file that it goes to. */
record ChangesFile(Format format, OutputFile file) {
    /** How it may be written. */
    enum Format {
        JSON,
        CSV,
        MARKDOWN;

        private String ending() {
            return this == MARKDOWN ? "md" : label();
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<ChangesFile> {
        @Override
        public ChangesFile convert(String given) {
            String[] formatAndFile = given.split("=", 2);
            Format format = new Choice<>(Format.values(), Format::label).convert(formatAndFile[0]);
            if (formatAndFile.length < 2 || formatAndFile[1].isEmpty()) {
                throw new TypeConversionException(
                        "name the file too, as " + format.label() + "=changes." + format.ending());
            }
            return new ChangesFile(format, new OutputFile("-o " + given, formatAndFile[1]));
        }
    }

    void write(Comparison comparison, Language language, FileMode mode, Terminal terminal) {
        file.write(
                out -> {
                    switch (format) {
                        case JSON -> new ChangesJson(comparison).write(out);
                        case MARKDOWN -> new ChangesMarkdown(comparison, new Words(language)).write(out);
                        case CSV -> {
                            SheetWords words = SheetWords.of(language, false);
                            new CsvFile(words, false).write(ChangesSheet.of(comparison, words), out);
                        }
                    }
                },
                mode,
                terminal);
    }
}
