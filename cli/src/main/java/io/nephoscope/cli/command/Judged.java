package io.nephoscope.cli.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.rules.FindingFile;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The findings in a snapshot's folder, and the rules that made them: those that judged nothing leave no other trace.
 *
 * @param rules what people read of the rules: the rules as they were then
 * @param tally of the findings
 * @param warnings what was odd about the statements by which they judged
 */
record Judged(List<RuleInfo> rules, Findings findings, Supplier<Tally> tally, List<Warning> warnings) {
    private static final String FILE = "judgement.json";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

    /** With findings that are counted when that is asked for. */
    Judged(List<RuleInfo> rules, Findings findings, List<Warning> warnings) {
        this(rules, findings, () -> Tally.of(findings), warnings);
    }

    /**
     * What is kept beside the findings.
     *
     * @param findings the SHA-256 of their file
     * @param rules the hash of each rule's content, by id
     * @param warnings about the statements that were given
     */
    private record Kept(
            @JsonProperty(required = true) String findings,
            @JsonProperty(required = true) SortedMap<String, String> rules,
            @JsonProperty(required = true) List<Warning> warnings) {}

    /** Writes findings to a folder, and counts them as they pass by: else they would be read once more for that. */
    static Judged write(Path folder, Findings findings, RuleSet rules, List<Warning> warnings) {
        Tally tally = new Tally();
        FindingFile file = FindingFile.write(folder, each -> findings.forEach(each.andThen(tally::add)));
        SortedMap<String, String> hashes = new TreeMap<>();
        rules.rules().forEach(rule -> hashes.put(rule.id(), rule.info().hash()));
        try {
            Files.write(
                    folder.resolve(FILE),
                    MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(new Kept(file.sha256(), hashes, warnings)));
        } catch (IOException e) {
            throw new UsageException("The folder " + folder + " cannot be written (" + e.getMessage() + ").", e);
        }
        return new Judged(rules.rules().stream().map(Rule::info).toList(), file, () -> tally, warnings);
    }

    /** Reads them back. */
    static Judged read(Path folder, RuleSet installed) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There are no findings in " + folder + "; evaluate the snapshot first.");
        }
        String damaged = file + " is damaged; evaluate the snapshot anew.";
        try {
            Kept kept = MAPPER.readValue(file.toFile(), Kept.class);
            if (kept == null) {
                throw new UsageException(damaged);
            }
            List<RuleInfo> rules = kept.rules().entrySet().stream()
                    .map(entry -> unchanged(entry.getKey(), entry.getValue(), installed))
                    .toList();
            return new Judged(rules, FindingFile.in(folder, kept.findings()), kept.warnings());
        } catch (JacksonException e) {
            throw new UsageException(damaged, e);
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
