package io.nephoscope.cli.command;

import io.nephoscope.cli.command.PlannedAccount.Alike;
import io.nephoscope.cli.plan.Plan;
import io.nephoscope.cli.plan.Step;
import io.nephoscope.cli.report.Visible;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Use.Per;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as people read it. */
final class PlanText {
    private final PrintStream out;

    PlanText(PrintStream out) {
        this.out = out;
    }

    void print(List<PlannedAccount> accounts, Optional<PlanEstimate> estimate) {
        Map<Alike, List<String>> groups = new LinkedHashMap<>();
        accounts.forEach(account -> groups.computeIfAbsent(account.alike(), key -> new ArrayList<>())
                .add(account.target().label()));
        groups.forEach(this::print);
        estimate.ifPresent(this::print);
        long certain = accounts.stream()
                .mapToLong(account -> account.alike().certain())
                .sum();
        boolean more = groups.keySet().stream().anyMatch(Alike::asksForRegions);
        out.println((groups.size() > 1
                        ? "In all " + calls(certain) + " certain" + (more ? " outside of regions. " : ". ")
                        : "")
                + "Nothing was sent.");
    }

    private void print(Alike alike, List<String> labels) {
        String who = Visible.line(alike.provider() + ": " + String.join(", ", labels));
        if (alike.isRecorded()) {
            out.println(who + ": replayed from a recording, which sends nothing.");
            out.println();
            return;
        }
        out.println(who + Visible.line(where(alike)));
        out.println();
        if (alike.plan().steps().isEmpty()) {
            out.println("No rule judges what it has, so that nothing would be sent.");
        } else {
            table(alike.plan());
            out.println();
            sentences(alike, labels.size()).forEach(out::println);
        }
        out.println();
    }

    private static String where(Alike alike) {
        if (alike.plan().certainInEachRegion() == 0) {
            return "";
        }
        return alike.regions().isEmpty()
                ? ", in each region that the account may use, which is asked for then"
                : ", in " + String.join(", ", alike.regions());
    }

    private void table(Plan plan) {
        Table table = new Table("TYPE", "OPERATION", "PERMISSION", "HOW OFTEN");
        String before = "";
        for (Step step : plan.steps()) {
            Operation operation = step.use().operation();
            table.add(
                    step.type().equals(before) ? "" : step.type(),
                    operation.call(),
                    operation.permission().isEmpty() ? "none" : operation.permission(),
                    often(step));
            before = step.type();
        }
        table.print(out);
    }

    private static String often(Step step) {
        String where = step.isCertain() ? "" : ", where there is one";
        return switch (step.use().per()) {
            case ACCOUNT -> "once" + where;
            case REGION -> "once in each region" + where;
            case ASSET -> "for each asset";
            case SOME -> "for each asset that nothing else decides";
            case NAMED -> "for each thing that assets name";
        };
    }

    private static List<String> sentences(Alike alike, int accounts) {
        Plan plan = alike.plan();
        List<String> sentences = new ArrayList<>();
        sentences.add((accounts > 1 ? "In each of " + accounts + " accounts " : "")
                + calls(alike.certain()) + " certain"
                + (alike.asksForRegions() ? ", and " + plan.certainInEachRegion() + " more in each region." : "."));
        long once = plan.shared(Per.ACCOUNT);
        long inRegions = plan.shared(Per.REGION);
        if (once + inRegions > 0) {
            sentences.add("Where there are assets that need them, up to " + once + " more for the account and "
                    + inRegions + " in each region.");
        }
        Map<String, Long> each = plan.forEachAsset();
        if (!each.isEmpty()) {
            sentences.add("For each asset up to "
                    + each.entrySet().stream()
                            .map(type -> type.getValue() + " more of " + type.getKey())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (!plan.open().isEmpty()) {
            sentences.add("How often assets make "
                    + plan.open().stream().map(Operation::call).collect(Collectors.joining(", "))
                    + " necessary, nobody knows before.");
        }
        sentences.add("A further page is a call more, and so is a further try.");
        return sentences;
    }

    private void print(PlanEstimate estimate) {
        Table table = new Table("OPERATION", "CALLS");
        estimate.calls().forEach((call, count) -> table.add(call, String.valueOf(count)));
        out.println("For as much as the scan of " + Visible.line(estimate.scannedAt()) + " saw in "
                + (estimate.accounts() == 1 ? "1 account" : estimate.accounts() + " accounts") + ": about "
                + estimate.total() + " calls.");
        out.println();
        table.print(out);
        if (!estimate.notSeen().isEmpty()) {
            out.println();
            out.println("That scan did not list " + Visible.line(String.join(", ", estimate.notSeen()))
                    + ": these are not in the figures.");
        }
        out.println();
    }

    private static String calls(long certain) {
        return certain == 1 ? "1 call is" : certain + " calls are";
    }
}
