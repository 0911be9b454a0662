package io.nephoscope.rules;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.statement.AssetFilter;
import io.nephoscope.rules.statement.Attestation;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.rules.statement.WaiverReader;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What people answer for with their names. */
public record Statements(List<Attestation> attestations, List<Waiver> waivers) {
    public static final Statements NONE = new Statements(List.of(), List.of());

    public Statements {
        attestations = List.copyOf(attestations);
        waivers = List.copyOf(waivers);
    }

    /**
     * What is odd about them, in the order in which they were given: that they do not hold, meet nothing, are not what was read, or that
     * nobody knows whether they meet something.
     *
     * @param rules every rule that there is, and not only those that judge
     * @param now the time that rules go by
     */
    public List<Warning> warnings(Snapshot snapshot, RuleSet rules, Instant now) {
        return doubts(Optional.of(snapshot), rules, now).stream()
                .map(Doubt::warning)
                .toList();
    }

    /**
     * The same, each with the statement that it is about.
     *
     * @param snapshot empty where only the day counts
     */
    public List<Doubt> doubts(Optional<Snapshot> snapshot, RuleSet rules, Instant now) {
        return StatementCheck.of(this, rules, snapshot, now);
    }

    /**
     * The same statements, where every waiver is of a rule that there is, and of assets that this rule may judge.
     *
     * @param rules every rule that there is, and not only those that judge
     * @throws YamlException with every waiver that is not
     */
    public Statements checked(RuleSet rules, Types types) {
        Faults faults = new Faults();
        waivers.forEach(waiver -> fault(waiver, rules, types).ifPresent(faults::add));
        faults.throwIfAny();
        return this;
    }

    private static Optional<YamlException> fault(Waiver waiver, RuleSet rules, Types types) {
        Optional<Rule> rule = rules.named(waiver.rule());
        if (rule.isEmpty()) {
            return Optional.of(waiver.source()
                    .field(WaiverReader.RULE)
                    .error(Text.of(
                            "there is no rule {0}{1}; the folder of a rule of your own is named with --rules-dir.",
                            "没有规则 {0}{1}；自定义规则须用 --rules-dir 指定其文件夹。",
                            waiver.rule(),
                            Suggestion.didYouMean(waiver.rule(), rules.ids()))));
        }
        List<AssetType> judged = rule.get().types(types);
        return judged.isEmpty() || judged.stream().anyMatch(waiver.asset()::mayMeet)
                ? Optional.empty()
                : Optional.of(waiver.source()
                        .field(WaiverReader.ASSET)
                        .error(Text.of(
                                "the rule {0} judges {1} and no such asset; change the rule or the asset.",
                                "规则 {0} 判定的是 {1}，不涉及此类资产；请修改规则或资产。",
                                waiver.rule(),
                                rule.get().appliesTo())));
    }

    /**
     * Adds to a demand what tells which assets they are about: the names and tags that they go by, of what the rules judge and read.
     *
     * @param rules those that judge
     */
    public Demand ask(Demand demand, RuleSet rules, Types types) {
        attestations.forEach(it -> ask(demand, it.asset(), demand.types()));
        waivers.forEach(it -> rules.named(it.rule()).ifPresent(rule -> ask(demand, it.asset(), rule.types(types))));
        return demand;
    }

    private static void ask(Demand demand, AssetFilter about, List<AssetType> types) {
        types.stream().filter(about::mayMeet).forEach(type -> about.reads().forEach(path -> demand.read(type, path)));
    }

    /** These and more waivers. */
    public Statements and(List<Waiver> more) {
        return and(new Statements(List.of(), more));
    }

    /** These and more. */
    public Statements and(Statements more) {
        return new Statements(
                Stream.concat(attestations.stream(), more.attestations.stream()).toList(),
                Stream.concat(waivers.stream(), more.waivers.stream()).toList());
    }

    /** Those that meet an asset of a snapshot, or may do so: of a part of one the others say nothing. */
    public Statements meeting(Snapshot snapshot) {
        Set<Attestation> about = new LinkedHashSet<>();
        Set<Waiver> covering = new LinkedHashSet<>();
        snapshot.forEach(asset -> {
            attestations.stream().filter(it -> mayMeet(it.asset(), asset)).forEach(about::add);
            waivers.stream().filter(it -> mayMeet(it.asset(), asset)).forEach(covering::add);
        });
        return new Statements(
                attestations.stream().filter(about::contains).toList(),
                waivers.stream().filter(covering::contains).toList());
    }

    private static boolean mayMeet(AssetFilter filter, Asset asset) {
        return !filter.matches(asset).isFalse();
    }

    /** Those that hold at a time. */
    Statements holding(Instant now) {
        return new Statements(
                attestations.stream().filter(it -> it.term().holds(now)).toList(),
                waivers.stream().filter(it -> it.term().holds(now)).toList());
    }

    /** The attestations that are about an asset for certain. */
    List<Attestation> about(Asset asset) {
        return attestations.stream()
                .filter(it -> it.asset().matches(asset).isTrue())
                .toList();
    }

    /** A finding, marked where it fails and somebody accepts that: by the waiver that holds longest. */
    Finding waive(Finding finding, Asset asset) {
        if (finding.verdict() != Verdict.FAIL) {
            return finding;
        }
        return waivers.stream()
                .filter(waiver -> waiver.covers(finding.rule(), asset))
                .min(Waiver.LONGEST_FIRST)
                .map(waiver -> finding.accepted(new Waived(
                        waiver.reason(), waiver.owner(), waiver.term().until().toString())))
                .orElse(finding);
    }
}
