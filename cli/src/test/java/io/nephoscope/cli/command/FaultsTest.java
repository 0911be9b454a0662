package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.snapshot.SnapshotException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Faults faults = new Faults(
            new Terminal(OutputStream.nullOutputStream(), err, Terminal.Looks.PLAIN, Map.of()), Configuration.none());

    @Test
    void whatNobodyExpectedIsOneSentenceAndCode4() {
        assertThat(faults.failure(new IllegalStateException("boom"), new String[] {"scan"}))
                .isEqualTo(4);
        assertThat(said())
                .isEqualTo("internal error: java.lang.IllegalStateException: boom; run again with --verbose.\n");
    }

    @Test
    void whoWantsToKnowMoreSeesWhereItCameFrom() {
        faults.failure(new IllegalStateException("boom"), new String[] {"scan", "--verbose"});
        assertThat(said())
                .startsWith("internal error: java.lang.IllegalStateException: boom\n")
                .contains("\tat " + FaultsTest.class.getName());
    }

    @Test
    void aSentenceForTheUserIsFoundBehindOtherErrors() {
        Throwable error = new IllegalStateException(new SnapshotException(Text.quoted("The disk is full.")));
        assertThat(faults.failure(error, new String[0])).isEqualTo(2);
        assertThat(said()).isEqualTo("The disk is full.\n");
    }

    @Test
    void anInterruptionBehindOtherErrorsIsAnInterruption() {
        Throwable error = new IllegalStateException(new InterruptedException());
        assertThat(faults.failure(error, new String[0])).isEqualTo(130);
        assertThat(said()).isEqualTo("Interrupted.\n");
    }

    @Test
    void whatCloudsPutIntoASentenceCannotSteerTheTerminal() {
        faults.failure(new UsageException(Text.quoted("a\u001b[2Jb")), new String[0]);
        assertThat(said()).isEqualTo("a\\u001b[2Jb\n");
    }

    @Test
    void aStackTraceHoldsNeitherSecretsNorWhatSteersTheTerminal() {
        String words = "a\u001b[2Jb password=hunter2\n-----BEGIN PRIVATE KEY-----\nMIIE\n";
        Throwable error = new IllegalStateException(words, new IllegalStateException(words));
        faults.failure(error, new String[] {"scan", "--verbose"});
        assertThat(said())
                .contains("password=[redacted]", "\tat ", "Caused by: ")
                .doesNotContain("hunter2", "\u001b", "MIIE");
    }

    @Test
    void aSentenceWithoutEndIsCut() {
        faults.failure(new UsageException(Text.quoted("x".repeat(10_000_000))), new String[0]);
        assertThat(said()).hasSizeLessThan(5_000).endsWith("x… (9,996,000 more characters)\n");
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
