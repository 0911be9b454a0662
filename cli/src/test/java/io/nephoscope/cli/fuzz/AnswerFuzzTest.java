package io.nephoscope.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of AWS that are none: the first byte says to which operation, the others are the body. */
class AnswerFuzzTest {
    private static final List<String> OPERATIONS = List.copyOf(Answers.GOOD.keySet()).stream()
            .filter(operation -> !operation.startsWith("sts:"))
            .toList();

    private static Answers server;

    @BeforeAll
    static void start() throws IOException {
        server = new Answers();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> operations() {
        return OPERATIONS;
    }

    static Stream<byte[]> bodies() {
        return IntStream.range(0, OPERATIONS.size()).boxed().flatMap(index -> {
            byte[] good = Answers.GOOD.getOrDefault(OPERATIONS.get(index), new byte[0]);
            Stream<String> nothing = good[0] == '{'
                    ? Stream.of("{}", new String(good, StandardCharsets.UTF_8).replaceFirst("\\[.*]", "[null]"))
                    : Stream.of("<nothing/>");
            return Stream.concat(Stream.of(good), Tried.bytes(nothing)).map(body -> seed(index, body));
        });
    }

    private static byte[] seed(int operation, byte[] body) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(operation);
        seed.writeBytes(body);
        return seed.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anAnswerThatWasCutOffAnywhereIsAFailedCall(String operation) throws Exception {
        byte[] whole = Answers.GOOD.getOrDefault(operation, new byte[0]);
        try {
            assertThat(Asked.of(server, operation).isGap(operation))
                    .as("the whole answer")
                    .isFalse();
            for (int length = 0; length < whole.length; length += 1 + length / 3) {
                server.say(operation, Arrays.copyOf(whole, length));
                assertThat(Asked.of(server, operation).isGap(operation))
                        .as("%s of %s bytes", length, whole.length)
                        .isTrue();
            }
            server.say(operation, Arrays.copyOf(whole, whole.length - 1));
            assertThat(Asked.of(server, operation).isGap(operation)).isTrue();
        } finally {
            server.heal();
        }
    }

    @MethodSource("bodies")
    @DictionaryEntries({
        "null",
        "{}",
        "[]",
        "<member>",
        "</member>",
        "<item>",
        "</item>",
        "<Bucket>",
        "xsi:type=\"Group\"",
        "xmlns=",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "&lt;",
        "&#0;",
        "<?xml version='1.1'?>",
        "%7B%22",
        "0.0.0.0/0",
        "::/0",
        "1e999",
        "-1",
        "<nextToken>",
        "\"NextMarker\":\"",
        "<IsTruncated>true</IsTruncated><Marker>m</Marker>",
        "aws:SecureTransport",
        "\\\"Condition\\\":"
    })
    @FuzzTest(maxDuration = "5m")
    void anAnswerIsAValueOrAGap(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        String operation = OPERATIONS.get(Byte.toUnsignedInt(input[0]) % OPERATIONS.size());
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        server.say(operation, body);
        try {
            Asked asked = Asked.of(server, operation);
            if (!Form.of(operation).isWhole(body)) {
                assertThat(asked.isGap(operation))
                        .as("%s of what has no end", operation)
                        .isTrue();
            }
        } finally {
            server.heal();
        }
    }
}
