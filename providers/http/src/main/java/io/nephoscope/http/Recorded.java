package io.nephoscope.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sends requests on, and writes each exchange that came to its end into a file, a line each, for {@link Replayed}. */
public final class Recorded implements Transport {
    private final Transport transport;
    private final Path file;

    /** @param file goes on where it exists */
    public Recorded(Transport transport, Path file) {
        this.transport = transport;
        this.file = file;
    }

    @Override
    public Reply send(Request request) throws IOException, InterruptedException {
        Reply reply = transport.send(request);
        write(Exchange.of(request, reply).line());
        return reply;
    }

    private synchronized void write(String line) throws IOException {
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
