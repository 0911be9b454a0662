package io.nephoscope.cli.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleExamples;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.RuleSource;
import io.nephoscope.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that somebody else wrote, with their expressions and examples. */
class RuleFuzzTest {
    private static final Types TYPES = Types.ofProviders(Providers.all());

    @TempDir
    private static Path folder;

    static Stream<byte[]> catalogue() {
        return Tried.bytes(YamlFile.packaged("catalog").stream()
                .map(YamlFile::text)
                .map(text -> text.replaceFirst("(?m)^id: .*", "id: fuzzed")));
    }

    @MethodSource("catalogue")
    @DictionaryEntries({
        "applies: ",
        "severity: low",
        "pass: ",
        "when:",
        "condition: ",
        "evidence: ",
        "examples:",
        "unknown: ",
        "related: ",
        "missing: ",
        "now: ",
        "has(",
        "attributes.",
        "facets.",
        "related.",
        ".exists(x, ",
        ".all(x, ",
        ".matches('(a+)+')",
        "timestamp(",
        "duration('",
        "now - ",
        "size(",
        "&a [*a]",
        "!!binary ",
        "<<: *",
        "\\u0007",
        "? ",
        "|2-",
        "%YAML 1.2"
    })
    @FuzzTest(maxDuration = "5m")
    void aRuleIsReadOrRefused(byte[] yaml) throws Exception {
        Files.write(folder.resolve("fuzzed.yaml"), yaml);
        Tried.on(() -> {
            RuleSet.load(folder, TYPES).demand(TYPES);
            RuleExamples examples = new RuleExamples(TYPES);
            RuleSource.in(folder, TYPES).forEach(examples::check);
        });
    }
}
