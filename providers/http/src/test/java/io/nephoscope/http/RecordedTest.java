package io.nephoscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {
    private static final URI HOST = URI.create("https://vm.cloud.example");
    private static final Request FIRST =
            Request.get(HOST, "/v1/a", Map.of("page", "1")).with("authorization", "canary-authorization");
    private static final Request POST = Request.readByPost(HOST, "/v1/b", Map.of(), "{\"page\":1}");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void record() throws Exception {
        file = folder.resolve("exchanges.ndjson");
        Iterator<Reply> replies = List.of(
                        new Reply(200, Map.of("date", "today", "set-cookie", "canary-cookie"), "first"),
                        new Reply(429, Map.of("retry-after", "3"), "again"),
                        new Reply(200, Map.of(), "{\"accessKeySecret\": \"canary-secret-0123\", \"name\": \"lake\"}"))
                .iterator();
        Transport recorded = new Recorded(request -> replies.next(), file);
        recorded.send(FIRST);
        recorded.send(FIRST);
        recorded.send(POST);
    }

    @Test
    void whatWasRecordedIsAnsweredAgainInItsOrderAndTheLastFromThenOn() throws Exception {
        Transport replayed = new Replayed(file);

        assertThat(replayed.send(FIRST)).isEqualTo(new Reply(200, Map.of("date", "today"), "first"));
        assertThat(replayed.send(FIRST).status()).isEqualTo(429);
        assertThat(replayed.send(FIRST).header("retry-after")).contains("3");
        assertThat(replayed.send(POST).text()).contains("lake");
    }

    @Test
    void noCredentialAndNoSecretIsWritten() throws Exception {
        assertThat(Files.readString(file)).contains("lake").doesNotContain("canary");
    }

    @Test
    void whatNobodyRecordedIsNoAnswer() throws Exception {
        Transport replayed = new Replayed(file);

        assertThatThrownBy(() -> replayed.send(Request.readByPost(HOST, "/v1/b", Map.of(), "{\"page\":2}")))
                .isInstanceOf(UnusableAnswer.class)
                .hasMessageMatching("\\w+\\.ndjson holds no answer to POST http\\S+/v1/b \\{\"page\":2}");
        assertThatThrownBy(() -> replayed.send(Request.get(URI.create("https://x.example"), "/v1/a", Map.of())))
                .isInstanceOf(UnusableAnswer.class);
    }

    @Test
    void aFileThatHoldsNoExchangesIsToldByItsLine() throws Exception {
        Files.writeString(file, Files.readString(file) + "{\"asked\":1}\n");
        assertThatThrownBy(() -> new Replayed(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> new Replayed(folder.resolve("none"))).isInstanceOf(SettingException.class);
    }
}
