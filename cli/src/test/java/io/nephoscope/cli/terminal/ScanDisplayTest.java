package io.nephoscope.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.terminal.Terminal.Looks;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Ledger;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanDisplayTest {
    private static final Target TARGET = new Target("toy", "Group", "toy", List.of(), Map.of(), Path.of(""));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aTerminalHasOneLineThatIsRedrawnAndWipedAwayAtTheEnd() {
        try (ScanDisplay display = display(new Looks(true, true, 120))) {
            display.tick();
            display.started(2, new Ledger());
            display.planned(3);
            display.asset();
            display.finished(unit());
            display.lost(Text.quoted("x: the cloud does not know us."));
            display.done(TARGET);
            display.tick();
        }
        assertThat(shown())
                .isEqualTo(
                        "{wipe}Reaching accounts{wipe}x: the cloud does not know us.\n{wipe}Read 1 of 2 accounts, 1 of 3"
                                + " listings: 1 assets, 0 calls{wipe}");
    }

    @Test
    void aFileHasPlainLines() {
        try (ScanDisplay display = display(Looks.PLAIN)) {
            display.tick();
            display.started(1, new Ledger());
            display.tick();
            display.judging(12_345);
            display.tick();
        }
        assertThat(shown()).isEqualTo("""
                        Reaching accounts
                        Read 0 of 1 accounts, 0 of 0 listings: 0 assets, 0 calls
                        Judging 12,345 assets
                        """);
    }

    @Test
    void aDumbTerminalHasPlainLinesToo() {
        Terminal dumb =
                new Terminal(new ByteArrayOutputStream(), err, new Looks(true, true, 80), Map.of("TERM", "dumb"));
        try (ScanDisplay display = new ScanDisplay(dumb)) {
            display.tick();
        }
        assertThat(shown()).isEqualTo("Reaching accounts\n");
    }

    private static Unit unit() {
        Cause read = new Cause("toy:List", Status.VALUE, "", Text.EMPTY);
        return new Unit("toy", new Scope("Group", "1", "north"), "toy.bucket", read, 1, 0);
    }

    private ScanDisplay display(Looks looks) {
        return new ScanDisplay(new Terminal(new ByteArrayOutputStream(), err, looks, Map.of()));
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\u001b[2K", "{wipe}");
    }
}
