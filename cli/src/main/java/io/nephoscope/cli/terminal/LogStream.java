package io.nephoscope.cli.terminal;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.inventory.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where libraries and loggers write, who know nothing of what a cloud may have had a word in: line by line, without secrets, and with
 * what would steer the terminal as its escape.
 */
final class LogStream extends OutputStream {
    /** Longer lines are written in pieces. */
    private static final int LONGEST = 64 * 1024;

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized void write(int letter) throws IOException {
        line.write(letter);
        if (letter == '\n' || line.size() >= LONGEST) {
            pass();
        }
    }

    /** Lines that come at once are looked at as one text: a key may go over many. */
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        line.write(bytes, offset, length);
        if ((length > 0 && bytes[offset + length - 1] == '\n') || line.size() >= LONGEST) {
            pass();
        }
    }

    private void pass() throws IOException {
        String text = Secrets.mask(line.toString(StandardCharsets.UTF_8));
        line.reset();
        String shown = Arrays.stream(text.split("\t", -1)).map(Escaped::lines).collect(Collectors.joining("\t"));
        out.write(shown.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        pass();
    }
}
