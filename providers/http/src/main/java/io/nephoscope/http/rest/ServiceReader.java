package io.nephoscope.http.rest;

import io.nephoscope.inventory.SecretCalls;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a service file. */
final class ServiceReader {
    private static final String NAME = "service";
    private static final String CALLS = "calls";
    private static final String PLACE = "place";
    private static final String NEVER = "never";
    private static final Set<String> WORDS = Set.of(
            NAME,
            "title",
            "settings",
            "url",
            "regions",
            PLACE,
            "headers",
            "times",
            "tags",
            "gone",
            "auth",
            "account",
            "envelope",
            "errors",
            "limits",
            "paging",
            "permission",
            NEVER,
            CALLS);
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    private final YamlNode file;
    private final List<Settings.Setting> settings;
    private final Set<String> settingNames = new TreeSet<>();
    private final Map<String, String> place = new LinkedHashMap<>();

    ServiceReader(YamlNode file) {
        file.fields(WORDS);
        this.file = file;
        this.settings = Settings.read(file.optional("settings"));
        settings.forEach(it -> settingNames.add(it.name()));
    }

    Service read() {
        String name = name();
        file.optional(PLACE)
                .ifPresent(it -> it.fields().forEach((key, setting) -> {
                    Template.requireSetting(setting, settingNames);
                    place.put(
                            key,
                            Template.setting(setting.filled())
                                    .orElseThrow(() -> setting.error(Text.of(
                                            "a place is told by a setting, as {0}: $project.",
                                            "此处应写设置，如 {0}: $project。", key))));
                }));
        Pacing pacing = file.optional("limits").map(Pacing::read).orElse(Pacing.FREE);
        SortedMap<String, DeclaredCall> calls = calls(name);
        return new Service(
                name,
                file.optional("title").map(YamlNode::filled).orElse(name),
                settings,
                url(),
                regions(),
                place,
                headers(),
                file.optional("times").map(Times::read).orElse(Times.ISO),
                file.optional("auth")
                        .map(it -> Auth.read(it, settingNames, named()))
                        .orElse(Auth.NONE),
                file.optional("account").map(it -> account(it, calls.keySet())),
                file.optional("envelope").map(Envelope::read).orElse(Envelope.NONE),
                file.optional("errors")
                        .map(it -> Errors.read(it, pacing.waiting()))
                        .orElse(Errors.OF_STATUSES),
                pacing,
                calls,
                Optional.of(file));
    }

    private String name() {
        YamlNode node = file.field(NAME);
        if (!PLAIN.matcher(node.filled()).matches()) {
            throw node.error(Text.of(
                    "{0} is no name of a service; write small letters and digits, as wallgate.",
                    "{0} 不是服务名；请用小写字母和数字，如 wallgate。", node.filled()));
        }
        return node.filled();
    }

    private Template url() {
        Set<String> known = named();
        known.add(NAME);
        return template(file.field("url"), known);
    }

    /** What may stand in braces, whatever is called. */
    private Set<String> named() {
        Set<String> named = new TreeSet<>(settingNames);
        named.addAll(place.keySet());
        named.add(Service.REGION);
        return named;
    }

    /** A text whose names in braces are all known. */
    static Template template(YamlNode node, Set<String> known) {
        Template template = new Template(node.filled());
        for (String name : template.names()) {
            if (!known.contains(name)) {
                throw Words.unknown(
                        node,
                        "{" + name + "}",
                        known.stream().map(it -> "{" + it + "}").toList());
            }
        }
        return template;
    }

    private List<String> regions() {
        return file.optional("regions")
                .filter(it -> !Words.isNone(it))
                .map(it -> it.items().stream().map(YamlNode::filled).toList())
                .orElse(List.of());
    }

    private Map<String, Template> headers() {
        Set<String> known = new TreeSet<>(place.keySet());
        known.addAll(Set.of(NAME, Service.REGION, "action", "version"));
        Map<String, Template> headers = new LinkedHashMap<>();
        file.optional("headers")
                .ifPresent(it -> it.fields().forEach((name, value) -> {
                    Slot.requireHeader(value, name);
                    headers.put(name.toLowerCase(Locale.ROOT), template(value, known));
                }));
        return headers;
    }

    private static Service.Account account(YamlNode node, Set<String> calls) {
        node.fields(Set.of("call", "id", "name"));
        YamlNode call = node.field("call");
        if (calls.stream().noneMatch(it -> it.equals(call.filled()))) {
            throw Words.unknown(call, call.filled(), calls);
        }
        return new Service.Account(call.filled(), node.field("id").filled(), Words.text(node, "name"));
    }

    private SortedMap<String, DeclaredCall> calls(String name) {
        SecretCalls never = new SecretCalls(Set.copyOf(Words.texts(file.optional(NEVER))));
        CallReader reader =
                new CallReader(name, settingNames, file.optional("paging"), Words.text(file, "permission"), never);
        SortedMap<String, DeclaredCall> calls = new TreeMap<>();
        List<YamlException> faults = new ArrayList<>();
        file.field(CALLS).fields().forEach((called, node) -> {
            try {
                calls.put(called, reader.read(called, node));
            } catch (YamlException e) {
                faults.add(e);
            }
        });
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return calls;
    }
}
