package io.nephoscope.cli.command;

import io.nephoscope.inventory.output.FileMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Who may read what is written. */
final class ModeOption {
    @Option(
            names = "--output-mode",
            paramLabel = "OCTAL",
            converter = Converter.class,
            description =
                    "The mode of the files that are written, as 640; folders get x where that has r (default: 600).")
    private FileMode mode = FileMode.PRIVATE;

    private static final class Converter implements ITypeConverter<FileMode> {
        @Override
        public FileMode convert(String given) {
            try {
                return FileMode.of(given);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    FileMode mode() {
        return mode;
    }
}
