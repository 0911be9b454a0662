package io.nephoscope.cli.command;

import io.nephoscope.cli.command.PlannedAccount.Alike;
import io.nephoscope.cli.plan.Plan;
import io.nephoscope.cli.plan.Step;
import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
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
    private final Language language;

    PlanText(Terminal terminal) {
        this.out = terminal.out();
        this.language = terminal.language();
    }

    private void line(Text text) {
        out.println(Escaped.line(text.in(language)));
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
        Text all = groups.size() <= 1
                ? Text.EMPTY
                : more
                        ? Text.of("In all {0} certain outside of regions. ", "共计确定 {0}（区域之外）。", calls(certain))
                        : Text.of("In all {0} certain. ", "共计确定 {0}。", calls(certain));
        line(Text.of("{0}Nothing was sent.", "{0}未发送任何调用。", all));
    }

    private void print(Alike alike, List<String> labels) {
        String accounts = String.join(", ", labels);
        if (alike.isRecorded()) {
            line(Text.of(
                    "{0}: {1}: replayed from a recording, which sends nothing.",
                    "{0}：{1}：回放自录制数据，不发送任何调用。", alike.provider(), accounts));
            out.println();
            return;
        }
        line(Text.of("{0}: {1}{2}", "{0}：{1}{2}", alike.provider(), accounts, where(alike)));
        out.println();
        if (alike.plan().steps().isEmpty()) {
            line(Text.of("No rule judges what it has, so that nothing would be sent.", "没有规则判定其资产，因此不会发送任何调用。"));
        } else {
            table(alike.plan());
            out.println();
            sentences(alike, labels.size()).forEach(this::line);
        }
        out.println();
    }

    private static Text where(Alike alike) {
        if (alike.plan().certainInEachRegion() == 0) {
            return Text.EMPTY;
        }
        return alike.regions().isEmpty()
                ? Text.of(", in each region that the account may use, which is asked for then", "，账号可用的每个区域（届时查询）")
                : Text.of(", in {0}", "，区域 {0}", String.join(", ", alike.regions()));
    }

    private void table(Plan plan) {
        Table table = new Table(
                language,
                List.of(
                        Text.of("TYPE", "类型"),
                        Text.of("OPERATION", "调用"),
                        Text.of("PERMISSION", "权限"),
                        Text.of("HOW OFTEN", "次数")));
        String before = "";
        for (Step step : plan.steps()) {
            Operation operation = step.use().operation();
            table.add(
                    step.type().equals(before) ? "" : step.type(),
                    operation.call(),
                    operation.permission().isEmpty() ? Text.of("none", "无").in(language) : operation.permission(),
                    often(step).in(language));
            before = step.type();
        }
        table.print(out);
    }

    private static Text often(Step step) {
        Text where = step.isCertain() ? Text.EMPTY : Text.of(", where there is one", "（如有资产）");
        return switch (step.use().per()) {
            case ACCOUNT -> Text.of("once{0}", "一次{0}", where);
            case REGION -> Text.of("once in each region{0}", "每个区域一次{0}", where);
            case ASSET -> Text.of("for each asset", "每个资产一次");
            case SOME -> Text.of("for each asset that nothing else decides", "其他调用未能判定的每个资产一次");
            case NAMED -> Text.of("for each thing that assets name", "资产引用的每项内容一次");
            case BATCH -> Text.of("for several assets at once", "多个资产一次");
        };
    }

    private static List<Text> sentences(Alike alike, int accounts) {
        Plan plan = alike.plan();
        List<Text> sentences = new ArrayList<>();
        Text each = accounts > 1 ? Text.of("In each of {0} accounts ", "{0} 个账号中的每一个：", accounts) : Text.EMPTY;
        sentences.add(
                alike.asksForRegions()
                        ? Text.of(
                                "{0}{1} certain, and {2} more in each region.",
                                "{0}确定 {1}，每个区域另有 {2} 次。", each, calls(alike.certain()), plan.certainInEachRegion())
                        : Text.of("{0}{1} certain.", "{0}确定 {1}。", each, calls(alike.certain())));
        long once = plan.shared(Per.ACCOUNT);
        long inRegions = plan.shared(Per.REGION);
        if (once + inRegions > 0) {
            sentences.add(Text.of(
                    "Where there are assets that need them, up to {0} more for the account and {1} in each region.",
                    "如有需要的资产，账号最多另有 {0} 次，每个区域最多另有 {1} 次。", once, inRegions));
        }
        Map<String, Long> ofAsset = plan.forEachAsset();
        if (!ofAsset.isEmpty()) {
            sentences.add(Text.of(
                    "For each asset up to {0}.",
                    "每个资产最多：{0}。",
                    Text.listed(ofAsset.entrySet().stream()
                            .map(type -> Text.of("{0} more of {1}", "{1} 另有 {0} 次", type.getValue(), type.getKey()))
                            .toList())));
        }
        if (!plan.open().isEmpty()) {
            sentences.add(Text.of(
                    "How often assets make {0} necessary, nobody knows before.",
                    "资产需要多少次 {0}，事先无法得知。",
                    plan.open().stream().map(Operation::call).collect(Collectors.joining(", "))));
        }
        sentences.add(Text.of("A further page is a call more, and so is a further try.", "每多一页、每重试一次，都多一次调用。"));
        return sentences;
    }

    private void print(PlanEstimate estimate) {
        Table table = new Table(language, List.of(Text.of("OPERATION", "调用"), Text.of("CALLS", "次数")));
        estimate.calls().forEach((call, count) -> table.add(call, String.valueOf(count)));
        line(Text.of(
                estimate.accounts() == 1
                        ? "For as much as the scan of {0} saw in {1} account: about {2} calls."
                        : "For as much as the scan of {0} saw in {1} accounts: about {2} calls.",
                "按 {0} 的扫描在 {1} 个账号中所见：约 {2} 次调用。",
                estimate.scannedAt(),
                estimate.accounts(),
                estimate.total()));
        out.println();
        table.print(out);
        if (!estimate.notSeen().isEmpty()) {
            out.println();
            line(Text.of(
                    "That scan did not list {0}: these are not in the figures.",
                    "该次扫描未列出 {0}：不计入上述数字。", String.join(", ", estimate.notSeen())));
        }
        out.println();
    }

    private static Text calls(long certain) {
        return certain == 1 ? Text.of("1 call is", "1 次调用") : Text.of("{0} calls are", "{0} 次调用", certain);
    }
}
