package io.nephoscope.rules;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.statement.AssetFilter;
import io.nephoscope.rules.statement.Attestation;
import io.nephoscope.rules.statement.Term;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds statements against the day and a snapshot: what has ended, meets nothing, or says other than what was read. */
final class StatementCheck {
    private static final int LONGEST_VALUE = 60;

    private final Statements statements;
    private final RuleSet rules;
    private final Optional<Snapshot> snapshot;
    private final Instant now;
    private final IdentityHashMap<Object, Met> met = new IdentityHashMap<>();

    /** What a statement met. */
    private static final class Met {
        private boolean any;
        private final Assets contradicted = new Assets();
        private final Assets tooNarrow = new Assets();
        /** Those that it may be about, and the first cause for which nobody knows. */
        private final Assets undecided = new Assets();

        private List<Cause> missing = List.of();
        private String read = "";
        private Optional<Attestation> earlier = Optional.empty();
    }

    /** How many assets, and the first by uid. */
    private static final class Assets {
        private String first = "";
        private long count;

        private void add(Asset asset) {
            first = count++ == 0 ? asset.uid() : first;
        }

        private Text text() {
            return count == 1 ? Text.quoted(first) : Text.of("{0} (and {1} more)", "{0}（另有 {1} 个）", first, count - 1);
        }
    }

    private StatementCheck(Statements statements, RuleSet rules, Optional<Snapshot> snapshot, Instant now) {
        this.statements = statements;
        this.rules = rules;
        this.snapshot = snapshot;
        this.now = now;
    }

    /**
     * @param rules every rule that there is, and not only those that judge
     * @param snapshot empty where only the day counts
     */
    static List<Doubt> of(Statements statements, RuleSet rules, Optional<Snapshot> snapshot, Instant now) {
        if (statements.equals(Statements.NONE)) {
            return List.of();
        }
        StatementCheck check = new StatementCheck(statements, rules, snapshot, now);
        snapshot.ifPresent(it -> it.forEach(check::meet));
        return check.doubts();
    }

    private Met met(Object statement) {
        return met.computeIfAbsent(statement, key -> new Met());
    }

    private void meet(Asset asset) {
        for (Waiver waiver : statements.waivers()) {
            boolean isJudged = rules.named(waiver.rule())
                    .filter(rule -> rule.appliesTo(asset.type()))
                    .isPresent();
            meet(waiver.asset(), asset, met(waiver), isJudged);
        }
        statements.attestations().forEach(it -> meet(it.asset(), asset, met(it), true));
        Map<String, Attestation> first = new HashMap<>();
        for (Attestation attestation : statements.about(asset)) {
            Met here = met(attestation);
            if (attestation.term().holds(now)) {
                compare(attestation, asset, here);
                Attestation earlier = first.putIfAbsent(attestation.field(), attestation);
                if (earlier != null && !earlier.value().equals(attestation.value())) {
                    here.earlier = Optional.of(here.earlier.orElse(earlier));
                }
            }
        }
    }

    private static void meet(AssetFilter filter, Asset asset, Met here, boolean matters) {
        Tri matches = filter.matches(asset);
        here.any |= matches.isTrue();
        if (matters && matches.toField() instanceof Unknown unknown) {
            here.missing = here.undecided.count == 0 ? unknown.causes() : here.missing;
            here.undecided.add(asset);
        }
    }

    private static void compare(Attestation attestation, Asset asset, Met here) {
        Object read = view(asset, List.of()).read(attestation.field());
        if (!(read instanceof Unknown)) {
            if (!read.equals(attestation.value())) {
                here.read = here.contradicted.count == 0 ? shown(read) : here.read;
                here.contradicted.add(asset);
            }
        } else if (view(asset, List.of(attestation))
                .attestationsBehind(attestation.field())
                .isEmpty()) {
            here.tooNarrow.add(asset);
        }
    }

    private static AssetView view(Asset asset, List<Attestation> attestations) {
        return new AssetView(asset, attestations, (from, relation) -> Absent.ABSENT);
    }

    private static String shown(Object field) {
        String text = field == Absent.ABSENT ? "(none)" : field.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (Attestation attestation : statements.attestations()) {
            Text subject = Text.of(
                    "The attestation of {0} about {1}", "{0} 对 {1} 的声明", attestation.owner(), attestation.field());
            Met here = met(attestation);
            outOfTerm(attestation.term(), subject)
                    .or(() -> meeting(here, subject))
                    .ifPresent(text -> doubts.add(new Doubt(attestation.source(), text)));
            readings(here, subject, attestation).forEach(text -> doubts.add(new Doubt(attestation.source(), text)));
        }
        for (Waiver waiver : statements.waivers()) {
            Text subject = Text.of("The waiver of {0} by {1}", "{1} 对规则 {0} 的豁免", waiver.rule(), waiver.owner());
            outOfTerm(waiver.term(), subject)
                    .or(() -> meeting(met(waiver), subject))
                    .ifPresent(text -> doubts.add(new Doubt(waiver.source(), text)));
        }
        return doubts;
    }

    private Optional<Text> outOfTerm(Term term, Text subject) {
        if (term.isOver(now)) {
            return Optional.of(Text.of(
                    "{0} ended on {1} and does not count; renew it or remove it.",
                    "{0}已于 {1} 到期，不再生效；请续期或删除。", subject, term.until()));
        } else if (!term.hasBegun(now)) {
            String from = term.from().map(Object::toString).orElse("");
            return Optional.of(
                    Text.of("{0} begins on {1} and does not count yet.", "{0}自 {1} 起生效，目前不计入。", subject, from));
        }
        return Optional.empty();
    }

    /** Whether it meets something is not known, or it does not. */
    private Optional<Text> meeting(Met here, Text subject) {
        if (here.undecided.count > 0) {
            Text assets = here.undecided.text();
            Text why = UnknownText.of(here.missing);
            return Optional.of(Text.of(
                    "{0} does not count where nobody knows whether the asset is meant, as of {1}. {2}",
                    "{0}在无法确认是否匹配的资产上不生效，例如 {1}。{2}", subject, assets, why));
        }
        return here.any || snapshot.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "{0} meets no asset of this scan; check how it names them.",
                        "{0}未匹配到本次扫描的任何资产，请检查其选择条件。", subject));
    }

    private static List<Text> readings(Met here, Text subject, Attestation attestation) {
        List<Text> texts = new ArrayList<>();
        if (here.contradicted.count > 0) {
            Text assets = here.contradicted.text();
            texts.add(Text.of(
                    "{0} is not what was read, and what was read counts: {1} has {2}.",
                    "{0}与实际读取的内容不符，以读取的内容为准：{1} 的值为 {2}。", subject, assets, here.read));
        }
        if (here.tooNarrow.count > 0) {
            String whole = Attestation.ATTRIBUTES + attestation.attribute().split("\\.", 2)[0];
            Text assets = here.tooNarrow.text();
            texts.add(Text.of(
                    "{0} does not help where {1} as a whole is unknown, as of {2}; state the whole.",
                    "{0}对 {1} 整体未知的资产不起作用，例如 {2}；请对整体作出声明。", subject, whole, assets));
        }
        here.earlier.ifPresent(earlier -> {
            String file = Doubt.file(earlier.source());
            int line = earlier.source().line();
            texts.add(Text.of(
                    "{0} says other than the one in {1}, line {2}, of the same asset; that one counts.",
                    "{0}与 {1} 第 {2} 行对同一资产的声明不一致，以该行为准。", subject, file, line));
        });
        return texts;
    }
}
