package io.nephoscope.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Optional;

/** Standard output, of which it is known whether everything that was written to it went out. What broke is written to no more. */
final class Outlet extends OutputStream {
    private final OutputStream out;
    private Optional<IOException> broken = Optional.empty();

    Outlet(OutputStream out) {
        this.out = out;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private synchronized void attempt(Writing writing) throws IOException {
        if (broken.isEmpty()) {
            try {
                writing.run();
            } catch (IOException e) {
                broken = Optional.of(e);
                throw e;
            }
        }
    }

    @Override
    public void write(int letter) throws IOException {
        attempt(() -> out.write(letter));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    /** Why something did not go out. A reader that has read enough, as {@code head} has, is no reason. */
    synchronized Optional<String> lost() {
        return broken.map(error -> String.valueOf(error.getMessage())).filter(why -> !why.equals(closedPipe()));
    }

    /** What the system says of a pipe that nobody reads any more: in whatever language, and Java knows no other sign of it. */
    private static String closedPipe() {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                pipe.source().close();
                sink.write(ByteBuffer.allocate(1));
                return "";
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
