package io.nephoscope.rules;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.expression.RuleError;
import java.util.List;
import java.util.stream.Collectors;

/** Says why something is unknown: the call, how it ended, and the permission that would mend it. */
final class UnknownText {
    private static final int MOST = 3;

    private UnknownText() {}

    static Text of(List<Cause> causes) {
        int more = causes.size() - MOST;
        String en = causes.stream().limit(MOST).map(UnknownText::english).collect(Collectors.joining("; "));
        String zh = causes.stream().limit(MOST).map(UnknownText::chinese).collect(Collectors.joining("；"));
        return new Text(
                "Not known: " + withoutStop(en) + (more > 0 ? "; and " + more + " more" : "") + ".",
                "无法判定：" + zh + (more > 0 ? "；另有 " + more + " 项" : "") + "。");
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String english(Cause cause) {
        if (cause.call().equals(RuleError.CALL)) {
            return "the rule cannot be worked out, for " + cause.message();
        }
        if (cause.outcome() == Status.OUTSIDE) {
            return cause.message();
        }
        if (cause.outcome() == Status.NO_API) {
            return "the provider has no API for it" + message(cause, " (", ")");
        }
        if (cause.call().isEmpty()) {
            return cause.message().isEmpty() ? "nothing was read there" : cause.message();
        }
        String call = cause.call();
        return switch (cause.outcome()) {
            case DENIED -> call + " was denied" + permission(cause, " (it needs the permission ", ")");
            case BARRED -> call + " is barred, whatever is granted" + message(cause, " (", ")");
            case SIGNED_OUT ->
                call + " was not answered, since the credentials are not accepted" + message(cause, " (", ")");
            case THROTTLED -> call + " was throttled until the attempts ran out";
            case FAILED -> call + " failed" + message(cause, " (", ")");
            case OVER_BUDGET -> call + " was not called, since the budget of the scan was spent";
            case NOT_COLLECTED -> call + " was not called" + message(cause, " (", ")");
            case NOT_SAID -> call + " was answered, and its answer does not say" + message(cause, " ", "");
            case UNSUPPORTED -> call + " is not supported there";
            case VALUE, ABSENT, OUTSIDE, NO_API -> call + " gave no answer that could be used";
        };
    }

    private static String chinese(Cause cause) {
        if (cause.call().equals(RuleError.CALL)) {
            return "规则无法求值（" + cause.message() + "）";
        }
        if (cause.outcome() == Status.OUTSIDE) {
            return "关联资产不在本次扫描范围内" + message(cause, "（", "）");
        }
        if (cause.outcome() == Status.NO_API) {
            return "云厂商未提供相应 API" + message(cause, "（", "）");
        }
        if (cause.call().isEmpty()) {
            return cause.message().isEmpty() ? "未读取到任何内容" : cause.message();
        }
        String call = cause.call();
        return switch (cause.outcome()) {
            case DENIED -> call + " 被拒绝" + permission(cause, "（需要权限 ", "）");
            case BARRED -> call + " 被策略明确禁止，授权也无法解决" + message(cause, "（", "）");
            case SIGNED_OUT -> call + " 未得到应答：凭证已失效或不被接受" + message(cause, "（", "）");
            case THROTTLED -> call + " 持续被限流，重试次数已用尽";
            case FAILED -> call + " 调用失败" + message(cause, "（", "）");
            case OVER_BUDGET -> call + " 未调用：本次扫描的预算已用尽";
            case NOT_COLLECTED -> call + " 未调用" + message(cause, "（", "）");
            case NOT_SAID -> call + " 已应答，但应答未给出" + message(cause, " ", "");
            case UNSUPPORTED -> call + " 在该处不受支持";
            case VALUE, ABSENT, OUTSIDE, NO_API -> call + " 未返回可用的结果";
        };
    }

    private static String permission(Cause cause, String before, String after) {
        return cause.permission().isEmpty() ? "" : before + cause.permission() + after;
    }

    private static String message(Cause cause, String before, String after) {
        return cause.message().isEmpty() ? "" : before + cause.message() + after;
    }
}
