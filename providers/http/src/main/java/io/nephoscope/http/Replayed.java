package io.nephoscope.http;

import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers from a file that {@link Recorded} wrote, and asks nobody. A question that came several times gets its answers in their order,
 * and the last one from then on.
 */
public final class Replayed implements Transport {
    private final Path file;
    private final Map<String, Deque<Exchange>> answers = new HashMap<>();

    /** @throws SettingException where the file holds no exchanges */
    public Replayed(Path file) throws SettingException {
        this.file = file;
        int number = 0;
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank()) {
                    Exchange exchange = Exchange.parse(line);
                    answers.computeIfAbsent(exchange.asked(), asked -> new ArrayDeque<>())
                            .add(exchange);
                }
            }
        } catch (IOException e) {
            throw new SettingException(
                    Text.of(
                            "the recorded answers in {0} cannot be read (line {1}).",
                            "{0} 中录制的应答无法读取（第 {1} 行）。", file, Math.max(number, 1)),
                    e);
        }
    }

    @Override
    public synchronized Reply send(Request request) throws IOException {
        @Nullable Deque<Exchange> known = answers.get(Exchange.asked(request));
        if (known == null) {
            throw new UnusableAnswer(Text.of(
                    "{0} holds no answer to {1}", "{0} 中没有 {1} 的应答", file.getFileName(), Exchange.asked(request)));
        }
        return known.size() == 1
                ? known.getFirst().reply()
                : known.removeFirst().reply();
    }
}
