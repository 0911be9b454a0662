package io.nephoscope.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.TargetException;
import io.nephoscope.rules.RuleException;
import io.nephoscope.snapshot.SnapshotException;
import io.nephoscope.yaml.YamlException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Whatever the input: a result, or an error that people understand. Every other exception goes through, and is a find. */
public final class Tried {
    private Tried() {}

    /** Something that is tried. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    public static void on(Action action) throws Exception {
        try {
            action.run();
        } catch (YamlException several) {
            several.getMessage().lines().forEach(Tried::isASentence);
        } catch (SnapshotException | RuleException | TargetException one) {
            isASentence(one.getMessage());
        }
    }

    /** One line that no exception's name or control character stands in. */
    public static void isASentence(String message) {
        assertThat(message)
                .isNotBlank()
                .endsWith(".")
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContainPattern("(java|org|com|dev)\\.[\\w.]+Exception")
                .doesNotContain("(null)");
    }

    /** Texts as seeds. */
    static Stream<byte[]> bytes(Stream<String> texts) {
        return texts.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
