package io.nephoscope.cli.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.report.Baseline;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.change.JudgedScan;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import io.nephoscope.rules.FindingFile;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Warning;
import io.nephoscope.snapshot.SealedJson;
import io.nephoscope.snapshot.Snapshot;
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
record Judgement(List<RuleInfo> rules, Findings findings, Supplier<Tally> tally, List<Warning> warnings) {
    private static final String FILE = "judgement.json";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

    /** With findings that are counted when that is asked for. */
    Judgement(List<RuleInfo> rules, Findings findings, List<Warning> warnings) {
        this(rules, findings, () -> Tally.of(findings), warnings);
    }

    /**
     * What is kept beside the findings.
     *
     * @param snapshot the seal of its manifest: findings are of what was read then
     * @param findings the SHA-256 of their file
     * @param rules the hash of each rule's content, by id
     * @param warnings about the statements that were given
     */
    @JsonIgnoreProperties(SealedJson.SEAL)
    private record Kept(
            @JsonProperty(required = true) String snapshot,
            @JsonProperty(required = true) String findings,
            @JsonProperty(required = true) SortedMap<String, String> rules,
            @JsonProperty(required = true) List<Warning> warnings) {}

    /**
     * Writes findings to a folder, with a seal by {@link SealedJson}, and counts them as they pass by: else they would be read once more
     * for that.
     */
    static Judgement write(
            Path folder, FileMode mode, Snapshot of, Findings findings, RuleSet rules, List<Warning> warnings) {
        Tally tally = new Tally();
        FindingFile file = FindingFile.write(folder, mode, each -> findings.forEach(each.andThen(tally::add)));
        SortedMap<String, String> hashes = new TreeMap<>();
        rules.rules().forEach(rule -> hashes.put(rule.id(), rule.info().hash()));
        try {
            byte[] kept = SealedJson.write(new Kept(of.seal(), file.sha256(), hashes, warnings));
            WholeFile.write(folder.resolve(FILE), mode, out -> out.write(kept));
        } catch (IOException e) {
            throw new UsageException(
                    Text.of(
                            "The folder {0} cannot be written ({1}); name one that can.",
                            "文件夹 {0} 无法写入（{1}）；请换一个。", folder, WholeFile.why(e)),
                    e);
        }
        return new Judgement(rules.rules().stream().map(Rule::info).toList(), file, () -> tally, warnings);
    }

    /** Reads back those of a snapshot. */
    static Judgement read(Path folder, Snapshot of, RuleSet installed) {
        Kept kept = kept(folder, of);
        List<RuleInfo> rules = kept.rules().entrySet().stream()
                .map(entry -> unchanged(entry.getKey(), entry.getValue(), installed))
                .toList();
        return new Judgement(rules, FindingFile.in(folder, kept.findings()), kept.warnings());
    }

    /** What was found then in a snapshot or a part of one, by whatever rules: they need not be here. */
    static JudgedScan found(Path folder, Snapshot of) {
        Kept kept = kept(folder, of);
        FindingFile all = FindingFile.in(folder, kept.findings());
        return JudgedScan.of(
                Baseline.of(of),
                kept.rules(),
                each -> all.forEach(finding -> {
                    if (BranchPath.isWithin(finding.asset().scope().branch(), of.branch())) {
                        each.accept(finding);
                    }
                }));
    }

    /** What is held against another scan. */
    JudgedScan scan(Snapshot of) {
        SortedMap<String, String> hashes = new TreeMap<>();
        rules.forEach(rule -> hashes.put(rule.id(), rule.hash()));
        return JudgedScan.of(Baseline.of(of), hashes, findings);
    }

    private static Kept kept(Path folder, Snapshot of) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(Text.of(
                    "There are no findings in {0}; evaluate the snapshot first.",
                    "{0} 中没有判定结果；请先对快照执行 evaluate。", folder));
        }
        Text damaged = Text.of("{0} is damaged; evaluate the snapshot anew.", "{0} 已损坏；请重新执行 evaluate。", file);
        try {
            byte[] json = Files.readAllBytes(file);
            Kept kept = MAPPER.readValue(json, Kept.class);
            if (kept == null) {
                throw new UsageException(damaged);
            } else if (!SealedJson.isSealed(MAPPER.readTree(json))) {
                throw new UsageException(Text.of(
                        "{0} was changed, for its seal does not fit; evaluate the snapshot anew.",
                        "{0} 已被改动（封印不符）；请重新执行 evaluate。", file));
            } else if (!kept.snapshot().equals(of.seal())) {
                throw new UsageException(Text.of(
                        "The findings in {0} are not of what its snapshot holds now; evaluate the snapshot anew.",
                        "{0} 中的判定结果与其快照现有内容不符；请重新执行 evaluate。", folder));
            }
            return kept;
        } catch (JacksonException e) {
            throw new UsageException(damaged, e);
        } catch (IOException e) {
            throw new UsageException(Text.of("{0} cannot be read ({1}).", "{0} 无法读取（{1}）。", file, Said.by(e)), e);
        }
    }

    private static RuleInfo unchanged(String id, String hash, RuleSet installed) {
        RuleInfo info = installed
                .named(id)
                .map(Rule::info)
                .orElseThrow(() -> new UsageException(Text.of(
                        "The findings are of the rule {0}, which is not here; give its folder with --rules-dir,"
                                + " or evaluate the snapshot anew.",
                        "判定结果来自规则 {0}，而此处没有该规则；请用 --rules-dir 指定其文件夹，或重新执行 evaluate。", id)));
        if (!info.hash().equals(hash)) {
            throw new UsageException(Text.of(
                    "The rule {0} has changed since the findings were made; evaluate the snapshot anew.",
                    "规则 {0} 在得出判定之后已改动；请重新执行 evaluate。", id));
        }
        return info;
    }
}
