package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words by which a file says what is asked of AWS, and what its answer must hold. */
final class CallWords {
    static final String CALL = "call";
    static final String PERMISSION = "permission";
    static final String WITH = "with";
    static final String ITEMS = "items";
    static final String PAGING = "paging";
    static final String HOLDING = "holding";
    static final String DOCUMENT = "document";
    static final String NOTHING = "nothing";
    static final String ABSENT = "absent";
    static final String UNSUPPORTED = "unsupported";
    static final String NARROWS = "narrows";
    static final String ECHO = "echo";
    static final String ONCE = "once";
    static final String WITHOUT = "without";
    static final String PERCENT = "percent";

    static final Set<String> ALL = Set.of(
            CALL,
            PERMISSION,
            WITH,
            ITEMS,
            PAGING,
            HOLDING,
            DOCUMENT,
            NOTHING,
            ABSENT,
            UNSUPPORTED,
            NARROWS,
            ECHO,
            ONCE,
            WITHOUT,
            PERCENT);

    static final String NONE = "none";

    private CallWords() {}

    /** One text or several. */
    static List<String> texts(YamlNode use, String word) {
        return use.optional(word).map(CallWords::texts).orElse(List.of());
    }

    private static List<String> texts(YamlNode node) {
        return several(node).stream().map(YamlNode::filled).toList();
    }

    /** One or several, each with its place. */
    static List<YamlNode> several(YamlNode node) {
        return node.isList() ? node.items() : List.of(node);
    }

    /** Texts by names. */
    static Map<String, String> named(YamlNode use, String word) {
        Map<String, String> named = new LinkedHashMap<>();
        use.optional(word).ifPresent(it -> it.fields().forEach((name, text) -> named.put(name, text.filled())));
        return named;
    }

    /** Members of a request, as they are always sent. */
    static Map<String, Object> with(YamlNode use) {
        Map<String, Object> members = new LinkedHashMap<>();
        use.optional(WITH).ifPresent(it -> it.fields().forEach((member, value) -> members.put(member, value.value())));
        return members;
    }

    /**
     * What proves an answer: {@code holding: [Owner, Grants]}, where what each item of a list holds stands below the list,
     * {@code holding: {Volumes: [VolumeId, State]}}; {@code document} beside it, or alone; or {@code nothing} with the reason.
     */
    static Proof proof(YamlNode use) {
        Optional<YamlNode> nothing = use.optional(NOTHING);
        if (nothing.isPresent()) {
            return Proof.nothing(nothing.get().filled());
        }
        List<String> members = new ArrayList<>();
        List<String> each = new ArrayList<>();
        use.optional(HOLDING).ifPresent(it -> {
            if (it.isMap()) {
                it.fields().forEach((list, ofItem) -> {
                    members.add(list);
                    each.addAll(texts(ofItem));
                });
            } else {
                members.addAll(texts(it));
            }
        });
        String document = use.optional(DOCUMENT).map(YamlNode::filled).orElse("");
        if (members.isEmpty() && document.isEmpty()) {
            throw use.error(Text.of(
                    "nothing proves an answer; say what AWS always sends, as \"holding: Volumes\", or \"nothing: why\".",
                    "没有内容证明应答；请写明 AWS 必会发送的内容，如 \"holding: Volumes\"，或 \"nothing: 原因\"。"));
        }
        return new Proof(document, members, each, "");
    }

    /** What a listing would leave out by itself, {@code narrows: {OwnerIds: {itself: everybody, asked: [self]}}}. */
    static Defaults narrows(YamlNode use) {
        YamlNode node = use.field(NARROWS);
        if (!node.isMap()) {
            requireNone(node);
            return Defaults.NARROW_NOTHING;
        }
        Defaults narrows = Defaults.NARROW_NOTHING;
        for (Map.Entry<String, YamlNode> parameter : node.fields().entrySet()) {
            parameter.getValue().fields(Set.of("itself", "asked"));
            narrows = narrows.and(
                    parameter.getKey(),
                    parameter.getValue().field("itself").filled(),
                    texts(parameter.getValue().field("asked")).toArray(String[]::new));
        }
        return narrows;
    }

    static void requireNone(YamlNode node) {
        if (!node.filled().equals(NONE)) {
            throw node.error(Text.of("here can only stand {0}.", "此处只能写 {0}。", NONE));
        }
    }
}
