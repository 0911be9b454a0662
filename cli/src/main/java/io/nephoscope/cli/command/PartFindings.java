package io.nephoscope.cli.command;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The findings of a part of a snapshot, out of those of the whole. A rule that follows relations may have seen what belongs to others:
 * by such rules the part is judged anew, by itself.
 *
 * @param followers the rules that follow relations
 * @param anew what these find in the part, by fingerprint
 */
record PartFindings(Findings whole, String branch, Set<String> followers, Map<String, Finding> anew)
        implements Findings {
    /** Without the warnings about statements, which are about others as well. */
    static Judgement of(Judgement whole, Snapshot part, Types types, RuleSet all) {
        RuleSet same = all.select(whole.rules().stream().map(RuleInfo::id).toList());
        Set<String> followers = same.rules().stream()
                .filter(rule -> rule.reads().stream().anyMatch(path -> path.startsWith("related.")))
                .map(Rule::id)
                .collect(Collectors.toSet());
        Map<String, Finding> anew = new HashMap<>();
        new Evaluation(part, types, same.select(followers), Evaluation.timeOf(part), 1)
                .forEach(finding -> anew.put(finding.fingerprint(), finding));
        return new Judgement(
                whole.rules(), new PartFindings(whole.findings(), part.branch(), followers, anew), List.of());
    }

    @Override
    public void forEach(Consumer<Finding> each) {
        whole.forEach(finding -> {
            if (BranchPath.isWithin(finding.asset().scope().branch(), branch)) {
                each.accept(followers.contains(finding.rule()) ? anew(finding) : finding);
            }
        });
    }

    private Finding anew(Finding before) {
        Finding now = anew.get(before.fingerprint());
        if (now == null) {
            throw new UsageException(Text.of(
                    "The findings are not those of the snapshot; evaluate the snapshot anew.",
                    "判定结果与快照不符；请重新执行 evaluate。"));
        }
        return now.verdict() == Verdict.FAIL
                ? new Finding(
                        now.fingerprint(),
                        now.rule(),
                        now.ruleHash(),
                        now.asset(),
                        now.verdict(),
                        now.severity(),
                        now.evidence(),
                        now.missing(),
                        now.message(),
                        now.attested(),
                        before.waived())
                : now;
    }
}
