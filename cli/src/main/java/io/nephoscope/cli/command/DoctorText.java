package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.scan.Checkup.Health;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was found out about the accounts, as people read it. */
final class DoctorText {
    /** Beyond this, signatures are refused. */
    private static final Duration TOO_FAR = Duration.ofMinutes(5);

    private final PrintStream out;
    private final Words words;

    DoctorText(Terminal terminal) {
        this.out = terminal.out();
        this.words = new Words(terminal.language());
    }

    private void line(String indent, Text text) {
        out.println(indent + Escaped.line(text.in(words.language())));
    }

    void print(Diagnosis diagnosis) {
        Health health = diagnosis.health();
        out.println(Escaped.line(health.target().label()));
        boolean isSignedOut = diagnosis.isSignedOut();
        Table table = new Table(
                words.language(),
                List.of(
                        Text.of("  credentials", "  凭证"),
                        isSignedOut
                                ? Text.of("no longer accepted: account {0}", "不再被接受：账号 {0}", health.account())
                                : Text.of("accepted: account {0}", "有效：账号 {0}", health.account())));
        row(table, Text.of("  endpoint", "  服务端点"), Text.of("answers", "有应答"));
        row(table, Text.of("  clock", "  时钟"), clock(health.clockAhead()));
        row(table, Text.of("  regions", "  区域"), regions(health));
        row(table, Text.of("  calls", "  调用"), calls(diagnosis));
        table.print(out);
        diagnosis.gaps().forEach(this::print);
        if (!diagnosis.untried().isEmpty()) {
            line(
                    "  ",
                    Text.of(
                            isSignedOut
                                    ? "Not tried, since the credentials are not accepted: {0}."
                                    : "Not tried, for want of an asset that gives cause: {0}.",
                            isSignedOut ? "未尝试（凭证不被接受）：{0}。" : "未尝试（没有可供尝试的资产）：{0}。",
                            String.join(", ", diagnosis.untried())));
        }
        out.println();
    }

    private void row(Table table, Text name, Text value) {
        table.add(name.in(words.language()), value.in(words.language()));
    }

    private static Text clock(Optional<Duration> ahead) {
        if (ahead.isEmpty()) {
            return Text.of("not compared, since the provider does not tell the time", "未比对：云服务商不提供时间");
        }
        Duration off = ahead.get().abs();
        if (off.compareTo(TOO_FAR) <= 0) {
            return Text.of("right", "准确");
        }
        return Text.of(
                ahead.get().isNegative()
                        ? "{0} minutes behind: signatures are refused beyond 5, so set it right"
                        : "{0} minutes ahead: signatures are refused beyond 5, so set it right",
                ahead.get().isNegative() ? "慢 {0} 分钟：相差超过 5 分钟签名会被拒绝，请校准" : "快 {0} 分钟：相差超过 5 分钟签名会被拒绝，请校准",
                off.toMinutes());
    }

    private static Text regions(Health health) {
        if (!(health.regions() instanceof Outcome.Value<List<String>> known)) {
            return Text.of("not known: nothing that lies in a region can be read", "未知：区域内的内容均无法读取");
        }
        List<String> names = known.value();
        return names.isEmpty()
                ? Text.of("none needed", "无需区域")
                : Text.of("{0}, of which {1} was tried", "{0} 个，已尝试 {1}", names.size(), names.get(0));
    }

    private static Text calls(Diagnosis diagnosis) {
        int bad = diagnosis.gaps().size();
        return bad == 0
                ? Text.of("{0} tried, all answered", "已尝试 {0} 个，全部有应答", diagnosis.tried())
                : Text.of("{0} tried, {1} not answered", "已尝试 {0} 个，{1} 个没有应答", diagnosis.tried(), bad);
    }

    private void print(Diagnosis.Ailment ailment) {
        LedgerRow call = ailment.call();
        Text outcome = Text.of(call.outcome().label().replace('_', ' '), new Words(Language.ZH).of(call.outcome()));
        line(
                "  ",
                Text.of(
                        "{0}:{1} {2}{3}{4}.",
                        "{0}:{1} {2}{3}{4}。",
                        call.service(),
                        call.operation(),
                        outcome,
                        call.permission().isEmpty()
                                ? Text.EMPTY
                                : Text.of(", it needs {0}", "，需要权限 {0}", call.permission()),
                        call.message().isEmpty() ? Text.EMPTY : Text.of(" ({0})", "（{0}）", call.message())));
        line("    ", needed(ailment));
    }

    private static Text needed(Diagnosis.Ailment ailment) {
        if (!ailment.rules().isEmpty()) {
            return Text.of("UNKNOWN would be {0}.", "将判定为“未知”的规则：{0}。", String.join(", ", ailment.rules()));
        }
        return ailment.isForStatements()
                ? Text.of("Waivers or attestations need it, to tell which assets they are about.", "豁免或声明需要它来确认所涉及的资产。")
                : Text.of("No rule needs it.", "没有规则需要它。");
    }

    /** @param isToGrant whether a permission would mend any of it */
    void conclude(int reached, int lost, int rules, int unknown, boolean isToGrant) {
        if (lost > 0) {
            line("", Text.of("{0} of {1} accounts cannot be reached.", "{1} 个账号中有 {0} 个无法访问。", lost, reached + lost));
        }
        if (unknown > 0) {
            Text advice = isToGrant
                    ? Text.of(
                            "; 'nephoscope permissions' prints the policy that they need.",
                            "；nephoscope permissions 可输出所需的策略。")
                    : Text.of(".", "。");
            line(
                    "",
                    Text.of(
                            "{0} of {1} rules would be UNKNOWN, at least in part{2}",
                            "{1} 条规则中有 {0} 条将至少部分为“未知”{2}", unknown, rules, advice));
        } else if (reached > 0) {
            line("", Text.of("No rule would be UNKNOWN for want of what was tried.", "没有规则会因所尝试的内容而为“未知”。"));
        } else if (lost == 0) {
            line(
                    "",
                    Text.of(
                            "Every account is replayed from a recording: there is nothing to try.",
                            "所有账号均回放自录制数据：没有可尝试的内容。"));
        }
    }
}
