package io.nephoscope.http.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.http.Request;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes the requests of a service: what a call declares, filled in with what is asked. A value is filled in once, and never read for
 * names again.
 */
final class Requests {
    /** What is empty or leads up would lead elsewhere, and to whoever decodes a path before he reads it, a part that does. */
    private static final Pattern LEADS_UP = Pattern.compile("\\A\\z|(?:\\A|[/\\\\])\\.{1,2}(?:[/\\\\]|\\z)");

    private static final Pattern SLASH = Pattern.compile("[/\\\\]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Service service;
    private final Map<String, String> settings;

    Requests(Service service, Map<String, String> settings) {
        this.service = service;
        this.settings = Map.copyOf(settings);
    }

    /**
     * What a call is asked with.
     *
     * @param more what one of its questions writes besides
     * @param by values for the parameters of the call: of a list, one behind the other where only a text can stand
     */
    Question question(DeclaredCall call, Map<Slot, Object> more, Map<String, Object> by, String region) {
        Map<String, Object> given = new TreeMap<>();
        by.forEach((name, value) -> given.put(name, value instanceof List<?> all ? DocList.copyOf(all) : value));
        Function<String, Object> value = name -> given.containsKey(name) ? given.get(name) : named(name, region);
        Question question = Question.ALL.withBody(filled(call.body(), value, settings));
        for (Map.Entry<Slot, Object> entry : call.with().entrySet()) {
            question = entry.getKey().put(question, filledField(entry.getValue(), value, settings));
        }
        for (Map.Entry<Slot, Object> entry : more.entrySet()) {
            question = entry.getKey().put(question, entry.getValue());
        }
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            String name = entry.getKey();
            if (call.path().names().contains(name)) {
                question = question.inPath(name, Slot.text(entry.getValue()));
            } else if (!call.names().contains(name)) {
                question = call.slot(name).put(question, entry.getValue());
            }
        }
        return question;
    }

    /** The request that asks it, not signed yet. */
    Request request(DeclaredCall call, Question question, URI endpoint, String region) {
        String path = call.path()
                .path(name -> part(
                        name,
                        question.path().containsKey(name) ? question.path().get(name) : named(name, region),
                        call));
        Request request = new Request(
                call.isPost() ? "POST" : "GET",
                endpoint,
                path,
                question.query(),
                Map.of(),
                call.isPost() ? json(question.body()) : "");
        for (Map.Entry<String, String> header : headers(call, question, region).entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    private Map<String, String> headers(DeclaredCall call, Question question, String region) {
        Map<String, String> headers = new TreeMap<>();
        if (call.isPost()) {
            headers.put("content-type", "application/json");
        }
        service.headers().forEach((name, value) -> headers.put(name, value.filled(it -> ofCall(it, call, region))));
        headers.putAll(question.headers());
        headers.forEach((name, value) -> {
            if (CONTROL.matcher(value).find()) {
                throw new UnusableAnswer(
                        Text.of("not sent, since \"{0}\" is no {1}", "未发送：“{0}”不是有效的 {1}", value, name));
            }
        });
        return headers;
    }

    private String ofCall(String name, DeclaredCall call, String region) {
        return switch (name) {
            case "service" -> call.operation().service();
            case "action" -> call.operation().name();
            case "version" -> call.version();
            default -> named(name, region);
        };
    }

    /** What a name in braces stands for that no call gives: the region, a setting, or what a setting says of the region. */
    String named(String name, String region) {
        if (name.equals(Service.REGION)) {
            return region;
        }
        String place = service.place().get(name);
        return place == null ? settings.getOrDefault(name, "") : ofRegion(settings.getOrDefault(place, ""), region);
    }

    /** A setting that differs by region is written as {@code cn-north-1=a, cn-east-3=b}. */
    private static String ofRegion(String setting, String region) {
        if (!setting.contains("=")) {
            return setting;
        }
        for (String pair : setting.split("[,\\s]+", -1)) {
            if (pair.startsWith(region + "=")) {
                return pair.substring(region.length() + 1);
            }
        }
        return "";
    }

    /** One part of a path. Whoever decodes a path before he reads it may take a POST with a slash more for one that changes something. */
    private static String part(String name, String value, DeclaredCall call) {
        boolean mayLeadElsewhere = CONTROL.matcher(value).find()
                || LEADS_UP.matcher(value).find()
                || (call.isPost() && SLASH.matcher(value).find());
        if (mayLeadElsewhere) {
            throw new UnusableAnswer(Text.of("not sent, since \"{0}\" is no {1}", "未发送：“{0}”不是有效的 {1}", value, name));
        }
        return value;
    }

    /** A document in which each text that is a name in braces, or a setting behind a dollar sign, is what it stands for. */
    static Doc filled(Doc body, Function<String, ?> value, Map<String, String> settings) {
        Doc.Builder filled = Doc.builder();
        body.forEach((key, field) -> filled.put(key, filledField(field, value, settings)));
        return filled.build();
    }

    private static Object filledField(Object field, Function<String, ?> value, Map<String, String> settings) {
        if (field instanceof Doc doc) {
            return filled(doc, value, settings);
        } else if (field instanceof DocList list) {
            return DocList.copyOf(list.stream()
                    .map(item -> filledField(item, value, settings))
                    .toList());
        }
        return Template.setting(field)
                .<Object>map(name -> settings.getOrDefault(name, ""))
                .or(() -> Template.name(field).map(value))
                .orElse(field);
    }

    static String json(Doc body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            DocJson.write(out, body, "", (path, unknown) -> {});
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        return text.toString();
    }
}
