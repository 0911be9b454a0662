package io.nephoscope.rules;

import io.nephoscope.expression.RuleError;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.List;

/** Says why something is unknown: the call, how it ended, and the permission that would mend it. */
final class UnknownText {
    private static final int MOST = 3;

    private UnknownText() {}

    static Text of(List<Cause> causes) {
        int more = causes.size() - MOST;
        Text first = Text.clauses(
                        causes.stream().limit(MOST).map(UnknownText::why).toList())
                .map(UnknownText::withoutStop);
        return more > 0
                ? Text.of("Not known: {0}; and {1} more.", "无法判定：{0}；另有 {1} 项。", first, more)
                : Text.of("Not known: {0}.", "无法判定：{0}。", first);
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") || text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
    }

    private static Text why(Cause cause) {
        Text message = cause.message();
        if (cause.call().equals(RuleError.CALL)) {
            return Text.of("the rule cannot be worked out, for {0}", "规则无法求值（{0}）", message);
        }
        if (cause.outcome() == Status.OUTSIDE) {
            return message;
        }
        if (cause.outcome() == Status.NO_API) {
            return Text.of("the provider has no API for it{0}", "云厂商未提供相应 API{0}", bracketed(message));
        }
        if (cause.call().isEmpty()) {
            return message.isEmpty() ? Text.of("nothing was read there", "未读取到任何内容") : message;
        }
        String call = cause.call();
        return switch (cause.outcome()) {
            case DENIED -> Text.of("{0} was denied{1}", "{0} 被拒绝{1}", call, permission(cause));
            case BARRED ->
                Text.of("{0} is barred, whatever is granted{1}", "{0} 被策略明确禁止，授权也无法解决{1}", call, bracketed(message));
            case SIGNED_OUT ->
                Text.of(
                        "{0} was not answered, since the credentials are not accepted{1}",
                        "{0} 未得到应答：凭证已失效或不被接受{1}", call, bracketed(message));
            case THROTTLED -> Text.of("{0} was throttled until the attempts ran out", "{0} 持续被限流，重试次数已用尽", call);
            case FAILED -> Text.of("{0} failed{1}", "{0} 调用失败{1}", call, bracketed(message));
            case OVER_BUDGET ->
                Text.of("{0} was not called, since the budget of the scan was spent", "{0} 未调用：本次扫描的预算已用尽", call);
            case NOT_COLLECTED -> Text.of("{0} was not called{1}", "{0} 未调用{1}", call, bracketed(message));
            case NOT_SAID ->
                Text.of(
                        "{0} was answered, and its answer does not say{1}",
                        "{0} 已应答，但应答未给出{1}", call, message.isEmpty() ? Text.EMPTY : Text.of(" {0}", " {0}", message));
            case UNSUPPORTED -> Text.of("{0} is not supported there", "{0} 在该处不受支持", call);
            case VALUE, ABSENT, OUTSIDE, NO_API ->
                Text.of("{0} gave no answer that could be used", "{0} 未返回可用的结果", call);
        };
    }

    private static Text permission(Cause cause) {
        return cause.permission().isEmpty()
                ? Text.EMPTY
                : Text.of(" (it needs the permission {0})", "（需要权限 {0}）", cause.permission());
    }

    private static Text bracketed(Text message) {
        return message.isEmpty() ? message : Text.of(" ({0})", "（{0}）", message);
    }
}
