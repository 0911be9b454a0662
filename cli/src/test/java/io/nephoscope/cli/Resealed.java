package io.nephoscope.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nephoscope.snapshot.SealedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Files with a seal, changed and sealed again, as whoever can write them may do. */
public final class Resealed {
    private Resealed() {}

    /** Changes a file in place. */
    public static void change(Path file, UnaryOperator<String> change) throws IOException {
        String changed = change.apply(Files.readString(file));
        Files.write(file, content(changed.getBytes(StandardCharsets.UTF_8)));
    }

    /** The content with a seal that fits; what can carry none stays as it is. */
    public static byte[] content(byte[] content) throws IOException {
        try {
            return new ObjectMapper().readTree(content) instanceof ObjectNode json ? SealedJson.write(json) : content;
        } catch (JacksonException e) {
            return content;
        }
    }
}
