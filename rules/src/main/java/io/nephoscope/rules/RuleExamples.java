package io.nephoscope.rules;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Example.Sample;
import io.nephoscope.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the examples of rules as assets are judged, from their attributes on. */
public final class RuleExamples {
    private static final String ATTRIBUTES = "attributes";
    private static final String NAME = "name";
    private static final String TAGS = "tags";
    private static final List<Verdict> NEEDED = List.of(Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN);

    private final Types types;

    public RuleExamples(Types types) {
        this.types = types;
    }

    /** What is wrong with a rule's examples, each with its place: verdicts that differ, and sorts of example that are missing. */
    public List<YamlException> check(RuleSource written) {
        Rule rule = written.rule();
        List<YamlException> faults = new ArrayList<>();
        for (Verdict needed : NEEDED) {
            if (written.examples().stream().noneMatch(example -> example.verdict() == needed)) {
                faults.add(written.source()
                        .error(Text.of(
                                "{0} has no example of {1}; add one.", "{0} 没有 {1} 的示例；请补一个。", rule.id(), needed)));
            }
        }
        if (rule.when().isPresent()
                && written.examples().stream().noneMatch(example -> example.verdict() == Verdict.NOT_APPLICABLE)) {
            faults.add(written.source()
                    .error(Text.of(
                            "{0} has a when, and no example of NOT_APPLICABLE; add one.",
                            "{0} 有 when，但没有 NOT_APPLICABLE 的示例；请补一个。", rule.id())));
        }
        for (Example example : written.examples()) {
            check(example, judge(rule, example)).ifPresent(faults::add);
        }
        return faults;
    }

    /** The finding of an example. */
    public Finding judge(Rule rule, Example example) {
        return new Judge(rule, example.asset().type(), types).judge(view(example.asset()), example.now());
    }

    private static Optional<YamlException> check(Example example, Finding finding) {
        List<String> calls = finding.missing().stream().map(Cause::call).toList();
        if (finding.verdict() != example.verdict()) {
            return Optional.of(example.source()
                    .error(Text.of(
                            "the example \"{0}\" should be {1} and is {2} ({3})",
                            "示例“{0}”应为 {1}，实为 {2}（{3}）",
                            example.name(),
                            example.verdict(),
                            finding.verdict(),
                            finding.message())));
        } else if (!calls.containsAll(example.missing())) {
            return Optional.of(example.source()
                    .error(Text.of(
                            "the example \"{0}\" should be unknown for want of {1} and is for want of {2}.",
                            "示例“{0}”应因缺少 {1} 而未知，实因缺少 {2} 而未知。",
                            example.name(),
                            String.join(", ", example.missing()),
                            String.join(", ", calls))));
        }
        return Optional.empty();
    }

    private static AssetView view(Sample sample) {
        return new AssetView(asset(sample), (from, relation) -> related(sample, relation));
    }

    /** What an example does not mention is not there, as in a scan: unknown where the attributes name it, and else absent. */
    private static Object related(Sample sample, Relation relation) {
        List<Optional<Sample>> samples = sample.related().get(relation.name());
        if (samples == null && relation.isBack()) {
            return DocList.empty();
        } else if (samples == null) {
            Object ids = relation.keys().apply(asset(sample).attributes());
            return ids instanceof DocList list
                    ? DocList.copyOf(
                            list.stream().map(id -> notInScan(relation)).toList())
                    : ids;
        }
        return DocList.copyOf(samples.stream()
                .map(one -> one.<Object>map(RuleExamples::view).orElseGet(() -> notInScan(relation)))
                .toList());
    }

    /** An id that leads out of the scan is one asset; who else is related, by what it is found by, may be none or many. */
    private static Unknown notInScan(Relation relation) {
        Unknown outside = Unknown.because(new Cause(
                "", Status.OUTSIDE, "", Text.of("{0} is not in this scan", "{0} 不在本次扫描范围内", relation.target())));
        return relation.isBack() || relation.by() != By.ID ? outside.more() : outside;
    }

    private static Asset asset(Sample sample) {
        AssetType type = sample.type();
        Doc attributes = unread(sample, ATTRIBUTES, Doc.of(ATTRIBUTES, sample.attributes()))
                .doc(ATTRIBUTES);
        Doc known = Doc.of(
                NAME, sample.name().<Object>map(it -> it).orElseGet(() -> type.nameOf(attributes)),
                TAGS, sample.tags().<Object>map(it -> it).orElseGet(() -> type.tagsOf(attributes)));
        Doc common = unread(sample, TAGS, unread(sample, NAME, known));
        String nativeId = type.identity().nativeId().apply(attributes);
        Scope scope = new Scope("", sample.account(), sample.region());
        return new Asset(
                Asset.uid(type, scope, nativeId),
                type,
                nativeId,
                common.get(NAME),
                type.identity().region().apply(attributes).map(scope::in).orElse(scope),
                common.get(TAGS),
                attributes,
                new Asset.Provenance(Example.NOW.toString(), "", List.of()));
    }

    /** The fields with those of the sample's unknown paths that begin so. */
    private static Doc unread(Sample sample, String root, Doc fields) {
        Doc left = fields;
        for (String path : sample.unknown()) {
            if (path.split("[.\\[]", 2)[0].equals(root)) {
                Unknown denied = Unknown.because(unread(sample.type().operationsFor(path)));
                left = Paths.set(left, path, denied);
            }
        }
        return left;
    }

    /** Why nobody read what these operations fill; without any there is no API for it. */
    private static Cause unread(List<Operation> operations) {
        return operations.isEmpty()
                ? new Cause("", Status.NO_API, "", Text.EMPTY)
                : new Cause(
                        operations.get(0).call(),
                        Status.DENIED,
                        operations.get(0).permission(),
                        Text.EMPTY);
    }
}
