package io.nephoscope.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code json=FILE}, as reports are asked for. */
final class JsonFile implements ITypeConverter<OutputFile> {
    private static final String JSON = "json=";

    @Override
    public OutputFile convert(String given) {
        if (!given.startsWith(JSON) || given.equals(JSON)) {
            throw new TypeConversionException("write it as json=FILE");
        }
        return new OutputFile(given.substring(JSON.length()));
    }
}
