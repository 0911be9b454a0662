package io.nephoscope.cli.command;

import java.nio.file.Path;

/** A folder that is to be written into. */
record OutputFolder(Path path) {
    OutputFolder(String name) {
        this(Path.of(name));
    }
}
