package io.nephoscope.http;

import io.nephoscope.inventory.output.FileMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Sends requests on, and writes each exchange that came to its end into a file, a line each, for {@link Replayed}. The file is for its
 * owner's eyes.
 */
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
        Set<OpenOption> how = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(file, how, FileMode.newFile(file)))) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
