package io.nephoscope.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutletTest {
    private static Terminal terminal(OutputStream out) {
        return new Terminal(out, OutputStream.nullOutputStream(), Terminal.Looks.PLAIN, Map.of());
    }

    @Test
    void whatWentOutIsNotLost() {
        Terminal terminal = terminal(OutputStream.nullOutputStream());
        terminal.out().println("all");

        assertThat(terminal.lost()).isEmpty();
    }

    @Test
    void aFullDeviceIsAReason() throws IOException {
        Terminal terminal = terminal(Files.newOutputStream(Path.of("/dev/full")));
        terminal.out().println("lost");

        assertThat(terminal.lost()).contains("No space left on device");
    }

    @Test
    void aReaderThatHasReadEnoughIsNone() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        Terminal terminal = terminal(Channels.newOutputStream(pipe.sink()));
        terminal.out().println("nobody reads this");

        assertThat(terminal.lost()).isEmpty();
    }

    @Test
    void nothingIsWrittenBehindWhatWasLost() {
        List<Integer> written = new ArrayList<>();
        Terminal terminal = terminal(new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                if (written.size() == 2) {
                    written.add(0);
                    throw new IOException("full");
                }
                written.add(letter);
            }
        });
        terminal.out().print("abc");
        terminal.out().flush();
        terminal.out().print("def");

        assertThat(terminal.lost()).contains("full");
        assertThat(written).containsExactly((int) 'a', (int) 'b', 0);
    }
}
