package io.nephoscope.rules;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.snapshot.Snapshot;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.statement.Attestation;
import io.nephoscope.rules.statement.Waiver;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
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
     * What is odd about them, in the order in which they were given: that they do not hold, meet nothing, or are not what was read.
     *
     * @param rules the ids of every rule that there is, and not only of those that judge
     * @param now the time that rules go by
     */
    public List<Warning> warnings(Snapshot snapshot, Set<String> rules, Instant now) {
        return StatementCheck.of(this, rules, snapshot, now);
    }

    /** These and more waivers. */
    public Statements and(List<Waiver> more) {
        return new Statements(
                attestations, Stream.concat(waivers.stream(), more.stream()).toList());
    }

    /** Those that meet an asset of a snapshot: of a part of one the others say nothing. */
    public Statements meeting(Snapshot snapshot) {
        Set<Attestation> about = new LinkedHashSet<>();
        Set<Waiver> covering = new LinkedHashSet<>();
        snapshot.forEach(asset -> {
            attestations.stream().filter(it -> it.asset().matches(asset)).forEach(about::add);
            waivers.stream().filter(it -> it.asset().matches(asset)).forEach(covering::add);
        });
        return new Statements(
                attestations.stream().filter(about::contains).toList(),
                waivers.stream().filter(covering::contains).toList());
    }

    /** Those that hold at a time. */
    Statements holding(Instant now) {
        return new Statements(
                attestations.stream().filter(it -> it.term().holds(now)).toList(),
                waivers.stream().filter(it -> it.term().holds(now)).toList());
    }

    /** The attestations about an asset. */
    List<Attestation> about(Asset asset) {
        return attestations.stream().filter(it -> it.asset().matches(asset)).toList();
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
