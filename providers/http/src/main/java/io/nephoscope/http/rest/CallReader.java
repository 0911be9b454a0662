package io.nephoscope.http.rest;

import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.SecretCalls;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import io.nephoscope.yaml.YamlShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the calls of a service file. */
final class CallReader {
    private static final String GET = "get";
    private static final String POST = "post";
    private static final String READ = "read";
    private static final String BODY = "body";
    private static final String NARROWS = "narrows";
    private static final Set<String> WORDS = Set.of(
            GET,
            POST,
            BODY,
            "with",
            "items",
            "keep",
            "id",
            "permission",
            READ,
            "paging",
            "absent",
            "unsupported",
            "holding",
            "each",
            NARROWS,
            "home",
            "version");
    private static final Set<String> NARROWING = Set.of("default", "ask", "as");
    private static final Pattern NAME = Pattern.compile("(?:([a-zA-Z][\\w-]*):)?([a-zA-Z]\\w*)");
    /** In the permission that a service gives for all its calls, the name of each. */
    private static final String CALL = "{call}";

    private final String service;
    private final Set<String> settings;
    private final Optional<YamlNode> paging;
    private final String permission;
    private final SecretCalls secrets;

    /**
     * @param service the service to which a call without a service in its name belongs
     * @param settings what the file asks for
     * @param paging how calls page that do not say it
     * @param permission of calls that do not say theirs
     * @param secrets what the file says to hand out secrets
     */
    CallReader(
            String service, Set<String> settings, Optional<YamlNode> paging, String permission, SecretCalls secrets) {
        this.service = service;
        this.settings = settings;
        this.paging = paging;
        this.permission = permission;
        this.secrets = secrets;
    }

    DeclaredCall read(String name, YamlNode node) {
        node.fields(WORDS);
        boolean isPost = node.optional(POST).isPresent();
        if (isPost == node.optional(GET).isPresent()) {
            throw node.error(Text.of(
                    "a call is a get or a post of a path; nothing else only reads.", "调用须为 get 或 post 加路径；其他方法不是只读。"));
        } else if (isPost && node.optional(READ).isEmpty()) {
            throw node.error(Text.of(
                    "a post may change something; say why this one only reads, as read: a search, see the manual.",
                    "post 可能更改内容；请说明为何只读，如 read: 查询接口，见手册。"));
        } else if (!isPost && node.optional(BODY).isPresent()) {
            throw node.field(BODY).error(Text.of("a get has no body; use with.", "get 没有请求体；请用 with。"));
        }
        Optional<Items> items = Items.of(node);
        Optional<Paging> pages = items.map(it -> paging(node, isPost));
        List<Map<Slot, Object>> questions = new ArrayList<>();
        Operation operation = operation(name, node, items, pages);
        Optional<YamlNode> narrows = node.optional(NARROWS);
        if (narrows.isPresent()) {
            operation = operation.narrowed(narrows(narrows.get(), isPost, questions));
        }
        return new DeclaredCall(
                operation,
                isPost,
                path(node.field(isPost ? POST : GET)),
                with(node, isPost),
                body(node),
                items,
                pages,
                Words.text(node, "id"),
                Words.text(node, "version"),
                Words.text(node, READ),
                Words.text(node, "home"),
                questions.isEmpty() ? List.of(Map.of()) : questions);
    }

    private Paging paging(YamlNode node, boolean isPost) {
        return node.optional("paging")
                .or(() -> paging)
                .map(it -> Paging.read(it, isPost))
                .orElseThrow(() -> node.error(Text.of(
                        "nothing says how this list ends; write paging, which is none where one answer holds everything.",
                        "没有说明该列表如何结束；请写 paging，一次应答即为全部时写 none。")));
    }

    /** @throws io.nephoscope.yaml.YamlException where it is no path */
    static Template path(YamlNode node) {
        String text = node.filled();
        if (!text.startsWith("/") || text.contains("?") || text.contains("#")) {
            throw node.error(Text.of(
                    "a path begins with a slash and has no question mark; parameters go into with.",
                    "路径以斜杠开头且不含问号；参数请写入 with。"));
        }
        return new Template(text);
    }

    private Operation operation(String name, YamlNode node, Optional<Items> items, Optional<Paging> pages) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw node.error(Text.of(
                    "{0} is no name of a call; write it as listSites or compute:listServers.",
                    "{0} 不是调用名；请写作 listSites 或 compute:listServers。", name));
        }
        String of = matcher.group(1) == null ? service : matcher.group(1);
        String granted = node.optional("permission").map(YamlNode::filled).orElse(permission);
        try {
            return secrets.without(
                            Operation.of(of, matcher.group(2), granted.replace(CALL, of + ":" + matcher.group(2))))
                    .absentOn(names(node, "absent"))
                    .unsupportedOn(names(node, "unsupported"))
                    .proven(proof(node, items, pages));
        } catch (IllegalArgumentException e) {
            throw node.error(
                    Text.of("{0} hands out secrets, and is not asked; leave it out.", "{0} 会返回机密，不予调用；请删去。", name));
        }
    }

    /** Codes of there being none, as {@link Errors} names them. */
    static String[] names(YamlNode node, String word) {
        return node.optional(word).map(YamlNode::items).orElse(List.of()).stream()
                .map(Errors::nameOfNone)
                .toArray(String[]::new);
    }

    /**
     * A listing always says how many there are; what holds the items it may leave out only where there are none. Where it does not count
     * them, what holds them is always there.
     */
    static Proof proof(YamlNode node, Optional<Items> items, Optional<Paging> pages) {
        List<String> holding = new ArrayList<>(Words.texts(node.optional("holding")));
        if (holding.isEmpty()) {
            pages.filter(Paging::counts).ifPresent(it -> holding.add(it.total()));
        }
        if (holding.isEmpty()) {
            items.map(Items::first).filter(it -> !it.isEmpty()).ifPresent(holding::add);
        }
        Proof proof = holding.isEmpty() ? Proof.UNDECLARED : Proof.holding(holding.toArray(String[]::new));
        List<String> each = Words.texts(node.optional("each"));
        return each.isEmpty() ? proof : proof.each(each.toArray(String[]::new));
    }

    private Map<Slot, Object> with(YamlNode node, boolean isPost) {
        return with(node.optional("with"), isPost, settings);
    }

    static Map<Slot, Object> with(Optional<YamlNode> node, boolean isPost, Set<String> settings) {
        Map<Slot, Object> with = new LinkedHashMap<>();
        node.ifPresent(it -> it.fields().forEach((slot, value) -> {
            Template.requireSetting(value, settings);
            with.put(Slot.of(value, slot, isPost), YamlShape.field(value));
        }));
        return with;
    }

    private Doc body(YamlNode node) {
        Optional<YamlNode> body = node.optional(BODY);
        body.ifPresent(it -> it.fields().values().forEach(this::requireSettings));
        return body.map(YamlShape::field).map(Doc.class::cast).orElse(Doc.empty());
    }

    private void requireSettings(YamlNode node) {
        if (node.isMap()) {
            node.fields().values().forEach(this::requireSettings);
        } else if (node.isList()) {
            node.items().forEach(this::requireSettings);
        } else {
            Template.requireSetting(node, settings);
        }
    }

    /** Every combination of what narrows a listing is a question of its own. */
    private static Defaults narrows(YamlNode node, boolean isPost, List<Map<Slot, Object>> questions) {
        Defaults defaults = Defaults.NARROW_NOTHING;
        if (Words.isNone(node)) {
            return defaults;
        }
        questions.add(Map.of());
        for (Map.Entry<String, YamlNode> entry : node.fields().entrySet()) {
            YamlNode how = entry.getValue();
            how.fields(NARROWING);
            List<String> asked = Words.texts(how.optional("ask"));
            if (asked.isEmpty()) {
                throw how.error(Text.of(
                        "say with what {0} is asked, as ask: [all].", "请写明以何值查询 {0}，如 ask: [all]。", entry.getKey()));
            }
            defaults = defaults.and(entry.getKey(), how.field("default").text(), asked.toArray(String[]::new));
            List<Map<Slot, Object>> before = List.copyOf(questions);
            questions.clear();
            before.forEach(question -> asked.forEach(value -> {
                Map<Slot, Object> more = new LinkedHashMap<>(question);
                how.optional("as")
                        .ifPresentOrElse(
                                as -> as.fields()
                                        .forEach((slot, text) -> more.put(
                                                Slot.of(text, slot, isPost),
                                                Template.name(text.text()).equals(Optional.of("value"))
                                                        ? value
                                                        : text.text())),
                                () -> more.put(Slot.of(how, entry.getKey(), isPost), value));
                questions.add(more);
            }));
        }
        return defaults;
    }
}
