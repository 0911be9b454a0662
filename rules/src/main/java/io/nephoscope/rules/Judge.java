package io.nephoscope.rules;

import io.nephoscope.expression.Expression;
import io.nephoscope.expression.RuleError;
import io.nephoscope.expression.Step;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.statement.Attestation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One rule, for the assets of one type. */
final class Judge {
    private static final Pattern ROOTED = Pattern.compile("(?:attributes|facets|related|tags)\\b.*");

    private final Rule rule;
    private final AssetType type;
    private final Types types;
    private final List<Source> sources;
    private final List<Source> sourcesOfWhen;
    private final List<String> reads;

    /** A path of the evidence, and the calls that fill it. */
    private record Source(String path, List<String> calls) {}

    Judge(Rule rule, AssetType type, Types types) {
        this.rule = rule;
        this.type = type;
        this.types = types;
        this.reads = Rule.deepest(rule.reads());
        this.sources = sources(rule.evidence(), type, types);
        this.sourcesOfWhen = sources(
                rule.when().map(it -> Rule.deepest(it.condition().reads())).orElse(List.of()), type, types);
    }

    Rule rule() {
        return rule;
    }

    private static List<Source> sources(List<String> paths, AssetType type, Types types) {
        return paths.stream()
                .map(path -> new Source(path, calls(path, type, types)))
                .toList();
    }

    private static List<String> calls(String path, AssetType type, Types types) {
        return operations(path, type, types).map(Operation::call).distinct().toList();
    }

    /** The operations that fill a path; of a related asset those that name it, and those that fill it. */
    private static Stream<Operation> operations(String path, AssetType type, Types types) {
        String[] steps = path.replace("[]", "").split("\\.", 3);
        Stream<Operation> own = type.operationsFor(path).stream();
        if (!steps[0].equals("related") || steps.length < 2) {
            return own;
        }
        String below = steps.length == 3 ? steps[2] : "";
        return Stream.concat(
                own,
                type.relation(steps[1]).map(Relation::target).flatMap(types::named).stream()
                        .flatMap(target -> operations(below, target, types)));
    }

    /**
     * Judges an asset of which attestations may hold. They decide where what was read does not, and nowhere else.
     *
     * @param asRead the same asset without them
     */
    Finding judge(AssetView view, Supplier<AssetView> asRead, Instant now) {
        Set<Attestation> behind = new LinkedHashSet<>();
        reads.forEach(path -> behind.addAll(view.attestationsBehind(path)));
        if (behind.isEmpty()) {
            return judge(view, now);
        }
        Finding read = judge(asRead.get(), now);
        Finding stated = judge(view, now);
        if (read.verdict() != Verdict.UNKNOWN) {
            return read;
        }
        return stated.verdict() == Verdict.UNKNOWN
                ? stated
                : stated.resting(behind.stream().map(Judge::attested).toList());
    }

    private static Attested attested(Attestation attestation) {
        return new Attested(
                attestation.field(),
                attestation.statement(),
                attestation.owner(),
                attestation.evidence(),
                attestation.term().until().toString());
    }

    Finding judge(AssetView view, Instant now) {
        Optional<Expression> condition = rule.when().map(Rule.When::condition);
        Object applies = condition.<Object>map(it -> it.evaluate(view, now)).orElse(true);
        if (Boolean.FALSE.equals(applies)) {
            Text reason = rule.when().map(Rule.When::otherwise).orElse(Text.EMPTY);
            return finding(view, Verdict.NOT_APPLICABLE, sourcesOfWhen, List.of(), reason);
        }
        Object passes = rule.pass().evaluate(view, now);
        if (applies instanceof Unknown || passes instanceof Unknown) {
            List<Cause> causes =
                    unknown(applies, passes).causes().stream().map(this::called).toList();
            return finding(view, Verdict.UNKNOWN, sources, causes, UnknownText.of(causes));
        }
        return Boolean.TRUE.equals(passes)
                ? finding(view, Verdict.PASS, sources, List.of(), rule.title())
                : finding(view, Verdict.FAIL, sources, List.of(), rule.info().failed());
    }

    /** How the rule's condition comes out for an asset, part by part: what holds others stands before them. */
    List<Explained> explain(AssetView view, Instant now) {
        List<Explained> told = new ArrayList<>();
        explain(rule.environment(types).steps(rule.info().pass()), 0, view, now, told);
        return told;
    }

    private void explain(Step step, int depth, AssetView view, Instant now, List<Explained> told) {
        List<Evidence> read = step.parts().isEmpty()
                ? evidence(sources(Rule.deepest(step.expression().reads()), type, types), view)
                : List.of();
        told.add(new Explained(depth, step.text(), step.expression().evaluate(view, now), read));
        step.parts().forEach(part -> explain(part, depth + 1, view, now, told));
    }

    /** A field that an answer left out, with the call whose answer that was. */
    private Cause called(Cause cause) {
        if (!RuleError.isAbsence(cause)) {
            return cause;
        }
        String path = cause.message().en();
        Stream<String> calls = ROOTED.matcher(path).matches()
                ? calls(path, type, types).stream()
                : reads.stream().flatMap(read -> calls(read, type, types).stream());
        String all = calls.distinct().collect(Collectors.joining(", "));
        return new Cause(all, cause.outcome(), "", cause.message());
    }

    private static Unknown unknown(Object applies, Object passes) {
        if (applies instanceof Unknown first) {
            return passes instanceof Unknown second ? first.and(second) : first;
        }
        return (Unknown) passes;
    }

    private Finding finding(AssetView view, Verdict verdict, List<Source> from, List<Cause> missing, Text message) {
        Asset asset = view.asset();
        Subject subject =
                new Subject(asset.uid(), asset.nativeId(), asset.type().name(), asset.name(), asset.scope());
        return finding(rule, subject, verdict, evidence(from, view), missing, message);
    }

    private static List<Evidence> evidence(List<Source> from, AssetView view) {
        return from.stream()
                .map(it -> new Evidence(it.path, view.read(it.path), origin(it, view)))
                .toList();
    }

    /** The calls that fill a path; where an attestation stands in for them, that one, and both where it does so for some assets. */
    private static String origin(Source source, AssetView view) {
        Set<Attestation> behind = view.attestationsBehind(source.path);
        boolean isRelated = source.path.startsWith("related.");
        if (behind.isEmpty()) {
            return isRelated ? String.join(", ", source.calls) : sent(source.calls, view.asset());
        }
        Stream<String> stated = behind.stream().map(Attestation::call);
        Stream<String> calls = isRelated ? source.calls.stream() : Stream.empty();
        return Stream.concat(calls, stated).distinct().collect(Collectors.joining(", "));
    }

    /** Those of the calls that were sent for the asset; all of them where it was not said which were. */
    private static String sent(List<String> calls, Asset asset) {
        List<String> sent =
                calls.stream().filter(asset.provenance().calls()::contains).toList();
        return String.join(", ", sent.isEmpty() ? calls : sent);
    }

    /** The finding for whatever may be where a listing broke. */
    static Finding unlisted(Rule rule, Subject subject, Cause cause) {
        return finding(rule, subject, Verdict.UNKNOWN, List.of(), List.of(cause), UnknownText.of(List.of(cause)));
    }

    private static Finding finding(
            Rule rule, Subject subject, Verdict verdict, List<Evidence> evidence, List<Cause> missing, Text message) {
        return new Finding(
                Hash.of(32, rule.id(), subject.uid()),
                rule.id(),
                rule.heading().hash(),
                subject,
                verdict,
                rule.severity(),
                evidence,
                missing,
                message);
    }
}
