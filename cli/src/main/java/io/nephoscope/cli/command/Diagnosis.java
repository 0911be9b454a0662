package io.nephoscope.cli.command;

import io.nephoscope.cli.plan.Plan;
import io.nephoscope.cli.plan.Step;
import io.nephoscope.cli.scan.Checkup.Health;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the calls that were tried at an account mean for the rules.
 *
 * @param tried how many operations were sent
 * @param gaps the calls that were refused or did not come to an answer
 * @param unknown the rules that need one of them
 * @param untried the operations of the plan for which there was nothing to ask about
 */
record Diagnosis(Health health, int tried, List<Ailment> gaps, SortedSet<String> unknown, List<String> untried) {

    /**
     * A call that was not answered.
     *
     * @param rules those that need it
     * @param isForStatements whether no rule needs it, and waivers or attestations do, to tell which assets they are about
     */
    record Ailment(LedgerRow call, SortedSet<String> rules, boolean isForStatements) {}

    static Diagnosis of(Health health, RuleSet rules, Statements statements, Installed installed) {
        Provider provider = installed.named(health.target().provider());
        Set<String> sent = health.calls().stream().map(Diagnosis::call).collect(Collectors.toSet());
        Plan whole = plan(provider, health, rules, statements, installed);
        List<Ailment> gaps = new ArrayList<>();
        SortedSet<String> unknown = new TreeSet<>();
        for (LedgerRow row : health.calls()) {
            if (row.outcome().isGap()) {
                boolean losesRegions = health.regionGap()
                        .filter(cause -> cause.call().equals(call(row)))
                        .isPresent();
                Predicate<Step> needs = step -> needs(step, call(row), losesRegions);
                SortedSet<String> those = new TreeSet<>();
                for (Rule rule : rules.rules()) {
                    Plan plan = plan(provider, health, rules.select(List.of(rule.id())), Statements.NONE, installed);
                    if (plan.steps().stream().anyMatch(needs)) {
                        those.add(rule.id());
                    }
                }
                gaps.add(new Ailment(
                        row, those, those.isEmpty() && whole.steps().stream().anyMatch(needs)));
                unknown.addAll(those);
            }
        }
        if (health.calls().stream().anyMatch(row -> row.outcome() == Status.SIGNED_OUT)) {
            for (Rule rule : rules.rules()) {
                if (isAsked(plan(provider, health, rules.select(List.of(rule.id())), Statements.NONE, installed))) {
                    unknown.add(rule.id());
                }
            }
        }
        List<String> untried = whole.steps().stream()
                .filter(step -> !step.isCertain() || !health.listed().contains(step.type()))
                .map(step -> step.use().operation().call())
                .filter(call -> !sent.contains(call))
                .distinct()
                .sorted()
                .toList();
        return new Diagnosis(health, sent.size(), List.copyOf(gaps), unknown, untried);
    }

    /** Whether the credentials held to reach the account and not after it: then nothing more is asked there. */
    boolean isSignedOut() {
        return gaps.stream().anyMatch(gap -> gap.call().outcome() == Status.SIGNED_OUT);
    }

    /** Whether a permission would mend any of it. */
    boolean isToGrant() {
        return gaps.stream().anyMatch(gap -> !gap.call().permission().isEmpty());
    }

    private static boolean isAsked(Plan plan) {
        return plan.steps().stream().anyMatch(step -> !step.type().isEmpty());
    }

    private static Plan plan(
            Provider provider, Health health, RuleSet rules, Statements statements, Installed installed) {
        return Plan.of(
                provider, health.target(), statements.ask(rules.demand(installed.types()), rules, installed.types()));
    }

    /** What reaches the account is no rule's own; without regions, nothing that lies in one is seen. */
    private static boolean needs(Step step, String call, boolean losesRegions) {
        Operation operation = step.use().operation();
        return !step.type().isEmpty()
                && (operation.call().equals(call)
                        || (losesRegions && step.isCertain() && step.use().per() == Per.REGION));
    }

    private static String call(LedgerRow row) {
        return row.service() + ":" + row.operation();
    }
}
