package io.nephoscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private static final byte[] SAID = "{\"said\": \"好\"}".getBytes(StandardCharsets.UTF_8);

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(folded)) {
            out.write(plain);
        }
        return folded.toByteArray();
    }

    private static byte[] deflate(byte[] plain) throws IOException {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(folded)) {
            out.write(plain);
        }
        return folded.toByteArray();
    }

    private static byte[] decoded(byte[] body, String... headers) throws IOException {
        return ContentCoding.decoded(new ByteArrayInputStream(body), List.of(headers));
    }

    @Test
    void everyCodingIsUndoneInTheOrderInWhichItWasDone() throws IOException {
        assertThat(decoded(SAID)).isEqualTo(SAID);
        assertThat(decoded(SAID, "identity")).isEqualTo(SAID);
        assertThat(decoded(gzip(SAID), "gzip")).isEqualTo(SAID);
        assertThat(decoded(gzip(SAID), " X-GZip ")).isEqualTo(SAID);
        assertThat(decoded(deflate(SAID), "deflate")).isEqualTo(SAID);
        assertThat(decoded(gzip(deflate(SAID)), "deflate, gzip")).isEqualTo(SAID);
        assertThat(decoded(gzip(deflate(SAID)), "deflate", "gzip")).isEqualTo(SAID);
        assertThat(decoded(new byte[0], "gzip")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "br, its coding \"br\" is not known",
        "gzip, it is not in the coding that it names (gzip)",
        "deflate, it is not in the coding that it names (deflate)",
        "'gzip, deflate', it is not in the coding that it names (deflate)"
    })
    void whatIsNotKnownOrNotTrueIsNoAnswer(String coding, String why) {
        assertThatThrownBy(() -> decoded(SAID, coding))
                .isInstanceOf(UnusableAnswer.class)
                .hasMessage(why);
    }

    @Test
    void whatBreaksOffIsNoAnswer() throws IOException {
        byte[] whole = gzip(SAID);
        assertThatThrownBy(() -> decoded(Arrays.copyOf(whole, whole.length - 12), "gzip"))
                .isInstanceOf(EOFException.class);
    }

    /** A kilobyte of the outer one unfolds into a megabyte, and that into a gigabyte. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatUnfoldsIntoTooMuchIsCutOff(int times) throws IOException {
        byte[] body = new byte[(Reply.MOST_MEGABYTES << 20) + 1];
        String coding = "gzip";
        for (int i = 0; i < times; i++) {
            body = gzip(body);
            coding = i == 0 ? coding : coding + ", gzip";
        }
        byte[] bomb = body;
        String named = coding;
        assertThatThrownBy(() -> decoded(bomb, named))
                .isInstanceOf(UnusableAnswer.class)
                .hasMessage("it is longer than 32 MB");
    }

    @Test
    void aReplyIsReadAsItWasBeforeItWasFolded() throws Exception {
        byte[] folded = gzip(SAID);
        try (Loopback server = new Loopback((seen, out) -> {
            Loopback.write(
                    out,
                    "HTTP/1.1 403 X\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: " + folded.length
                            + "\r\n\r\n");
            out.write(folded);
        })) {
            Reply reply = new HttpTransport(Duration.ofSeconds(20), Optional.empty(), Optional.empty())
                    .send(Request.get(server.endpoint(), "/", Map.of()));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).isEqualTo(new String(SAID, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aReplyInACodingThatNobodyKnowsIsNoAnswer() throws Exception {
        try (Loopback server = new Loopback(Loopback.text(200, "{}", "Content-Encoding: zstd"))) {
            Transport transport = new HttpTransport(Duration.ofSeconds(20), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> transport.send(Request.get(server.endpoint(), "/", Map.of())))
                    .isInstanceOf(UnusableAnswer.class)
                    .hasMessage("its coding \"zstd\" is not known");
        }
    }
}
