package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The rules of a SARIF report: each that has results, and beside it one for its results that are not known, or that a person must give. */
final class SarifRules {
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_HELP = 20_000;
    private static final int MOST_TAGS = 20;

    private final FindingText text;
    private final Map<String, Descriptor> descriptors = new LinkedHashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    private record Descriptor(RuleInfo rule, Verdict verdict) {}

    SarifRules(ReportData data, FindingText text) {
        this.text = text;
        for (RuleInfo rule : data.rules()) {
            for (Verdict verdict : FindingText.TO_LOOK_AT) {
                if (data.tally().ofRule(rule.id()).of(verdict) > 0) {
                    String id = id(rule.id(), verdict);
                    indexes.put(id, descriptors.size());
                    descriptors.put(id, new Descriptor(rule, verdict));
                }
            }
        }
    }

    /** By what a rule's results with a verdict are known. */
    static String id(String rule, Verdict verdict) {
        String suffix = verdict == Verdict.FAIL ? "" : "/" + verdict.name().toLowerCase(Locale.ROOT);
        return FindingText.id(rule) + suffix;
    }

    int index(String rule, Verdict verdict) {
        return indexes.getOrDefault(id(rule, verdict), 0);
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** As code scanning reads it: over 9.0 is critical, from 7.0 high, from 4.0 medium. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
        };
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Descriptor> entry : descriptors.entrySet()) {
            write(json, entry.getKey(), entry.getValue());
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, String id, Descriptor descriptor) throws IOException {
        RuleInfo rule = descriptor.rule();
        boolean isFailure = descriptor.verdict() == Verdict.FAIL;
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name", text.limited(id, 255));
        text(json, "shortDescription", title(descriptor));
        text(json, "fullDescription", text.limited(full(descriptor), LONGEST_LINE));
        json.writeObjectFieldStart("help");
        json.writeStringField("text", text.limited(help(rule), LONGEST_HELP));
        json.writeStringField("markdown", text.limited(markdown(rule), LONGEST_HELP));
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", isFailure ? level(rule.severity()) : "note");
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("precision", "very-high");
        if (isFailure) {
            json.writeStringField("security-severity", securitySeverity(rule.severity()));
        }
        JsonStream.texts(json, "tags", tags(descriptor));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private String title(Descriptor descriptor) {
        String title = text.title(descriptor.rule());
        return descriptor.verdict() == Verdict.FAIL ? title : text.words().of(descriptor.verdict()) + ": " + title;
    }

    private String full(Descriptor descriptor) {
        String said = switch (descriptor.verdict()) {
            case UNKNOWN ->
                Text.of(
                                "Not everything could be read that this rule needs: it may be met or not.",
                                "未能读取该规则所需的全部内容：可能满足，也可能不满足。")
                        .in(text.words().language());
            case MANUAL ->
                Text.of("A person must find out whether this is so.", "需要人工核实。")
                        .in(text.words().language());
            case PASS, FAIL, NOT_APPLICABLE -> text.words().in(descriptor.rule().failed());
        };
        return said.isEmpty() ? title(descriptor) : said;
    }

    private String help(RuleInfo rule) {
        StringJoiner help = new StringJoiner("\n\n");
        help.add(text.title(rule));
        add(help, text.words().in(rule.why()));
        new TreeMap<>(rule.remediation())
                .forEach((provider, remedy) -> add(
                        help, text.words().name(provider) + ": " + text.words().in(remedy.console())));
        rule.references().forEach(reference -> add(help, text.words().name(reference.name())));
        return help.toString();
    }

    private String markdown(RuleInfo rule) {
        StringJoiner help = new StringJoiner("\n\n");
        help.add(Markdown.text(text.title(rule)));
        add(help, Markdown.text(text.words().in(rule.why())));
        for (Map.Entry<String, Remediation> remedy : new TreeMap<>(rule.remediation()).entrySet()) {
            help.add("### " + Markdown.text(text.words().name(remedy.getKey())));
            add(help, Markdown.text(text.words().in(remedy.getValue().console())));
            add(help, fenced("shell", remedy.getValue().cli()));
            add(help, fenced("hcl", remedy.getValue().terraform()));
        }
        rule.references().forEach(reference -> help.add("- " + Markdown.link(reference)));
        return help.toString();
    }

    private static String fenced(String language, String code) {
        String safe = Escaped.lines(code).strip();
        return safe.isEmpty() ? "" : Markdown.fenced(language, safe);
    }

    private static void add(StringJoiner paragraphs, String paragraph) {
        if (!paragraph.isBlank()) {
            paragraphs.add(paragraph);
        }
    }

    private List<String> tags(Descriptor descriptor) {
        RuleInfo rule = descriptor.rule();
        List<String> tags = new ArrayList<>(List.of("security", text.words().name(rule.appliesTo())));
        if (descriptor.verdict() != Verdict.FAIL) {
            tags.add(descriptor.verdict().name().toLowerCase(Locale.ROOT));
        }
        rule.references().forEach(reference -> tags.add(text.words().name(reference.name())));
        return tags.stream().distinct().limit(MOST_TAGS).toList();
    }
}
