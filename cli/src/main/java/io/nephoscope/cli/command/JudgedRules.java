package io.nephoscope.cli.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules by which a snapshot was judged, kept beside its findings: those that judged nothing leave no other trace. */
final class JudgedRules {
    private static final String FILE = "rules.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JudgedRules() {}

    /** Writes the ids, and the hash of each rule's content. */
    static void write(Path folder, RuleSet rules) {
        Map<String, String> hashes = new TreeMap<>();
        rules.rules().forEach(rule -> hashes.put(rule.id(), rule.info().hash()));
        try {
            Files.write(
                    folder.resolve(FILE),
                    MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(hashes));
        } catch (IOException e) {
            throw new UsageException("The folder " + folder + " cannot be written (" + e.getMessage() + ").", e);
        }
    }

    /** What people read of the rules that judged: the rules as they were then. */
    static List<RuleInfo> read(Path folder, RuleSet installed) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There are no findings in " + folder + "; evaluate the snapshot first.");
        }
        try {
            Map<String, String> hashes =
                    MAPPER.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {});
            return hashes.entrySet().stream()
                    .map(entry -> unchanged(entry.getKey(), entry.getValue(), installed))
                    .toList();
        } catch (JacksonException e) {
            throw new UsageException(file + " is damaged; evaluate the snapshot anew.", e);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static RuleInfo unchanged(String id, String hash, RuleSet installed) {
        RuleInfo info = installed
                .named(id)
                .map(Rule::info)
                .orElseThrow(() -> new UsageException("The findings are of the rule " + id
                        + ", which is not here; give its folder with --rules-dir, or evaluate the snapshot anew."));
        if (!info.hash().equals(hash)) {
            throw new UsageException(
                    "The rule " + id + " has changed since the findings were made; evaluate the snapshot anew.");
        }
        return info;
    }
}
