package io.nephoscope.cli.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The findings of a JSON report, by rule and asset. */
record Verdicts(JsonNode report, Map<Key, JsonNode> findings) {
    record Key(String rule, String uid) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : uid.compareTo(other.uid);
        }
    }

    static Verdicts of(JsonNode report) {
        Map<Key, JsonNode> findings = new TreeMap<>();
        for (JsonNode finding : report.path("findings")) {
            Key key = new Key(text(finding, "/rule/id"), text(finding, "/asset/uid"));
            if (findings.put(key, finding) != null) {
                throw new AssertionError("two findings for " + key);
            }
        }
        return new Verdicts(report, findings);
    }

    static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }

    static Verdict verdict(JsonNode finding) {
        return Verdict.valueOf(text(finding, "/verdict"));
    }

    Stream<JsonNode> stream() {
        return findings.values().stream();
    }

    /** The verdicts for an asset that is named by its native id or its name. */
    List<Verdict> of(World.Expected expected) {
        return stream()
                .filter(it -> text(it, "/rule/id").equals(expected.rule()))
                .filter(it -> text(it, "/asset/scope/account").equals(expected.account()))
                .filter(it -> text(it, "/asset/nativeId").equals(expected.nativeId())
                        || text(it, "/asset/name").equals(expected.nativeId()))
                .map(Verdicts::verdict)
                .toList();
    }

    /** The findings whose verdict is another than in an earlier scan. */
    Stream<JsonNode> changedSince(Verdicts before) {
        return findings.entrySet().stream()
                .filter(now -> !before.findings.containsKey(now.getKey())
                        || verdict(before.findings.get(now.getKey())) != verdict(now.getValue()))
                .map(Map.Entry::getValue);
    }

    /** A text that may be said in every language. */
    static String english(JsonNode text) {
        return text.isObject() ? text.path("en").asText() : text.asText();
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> english(item.path(field)))
                .toList();
    }
}
