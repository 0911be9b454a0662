package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.output.WholeFile;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether an answer is written as JSON. */
final class JsonOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "json=FILE",
            converter = Converter.class,
            description = "Write the answer as JSON; the file - is standard output.")
    private Optional<OutputFile> file = Optional.empty();

    @Mixin
    private ModeOption mode = new ModeOption();

    /** Reads {@code json=FILE}, as reports are asked for. */
    private static final class Converter implements ITypeConverter<OutputFile> {
        private static final String JSON = "json=";

        @Override
        public OutputFile convert(String given) {
            if (!given.startsWith(JSON) || given.equals(JSON)) {
                throw new TypeConversionException("write it as json=FILE");
            }
            return new OutputFile("-o " + given, given.substring(JSON.length()));
        }
    }

    /** Whether it takes standard output for itself. */
    boolean takesStandardOutput() {
        return file.filter(OutputFile::isStandardOutput).isPresent();
    }

    void write(WholeFile.Content content, Terminal terminal) {
        file.ifPresent(it -> it.write(content, mode.mode(), terminal));
    }
}
