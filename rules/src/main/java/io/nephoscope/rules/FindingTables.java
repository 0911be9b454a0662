package io.nephoscope.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.snapshot.Entries;
import io.nephoscope.snapshot.Ids;
import io.nephoscope.snapshot.Table;
import java.io.IOException;
import java.util.Locale;

/** What findings share beside what assets do. */
public final class FindingTables {
    /** What is to be said of assets. */
    public static final Table<Text> MESSAGES =
            new Table<>("message", "m", FindingTables::writeText, FindingTables::readText);

    /** What is judged: the findings of one asset follow one another. */
    static final Table<Subject> SUBJECTS =
            new Table<>("asset", "a", FindingTables::writeSubject, FindingTables::readSubject);

    /** What judged. */
    static final Table<Applied> RULES = new Table<>("rule", "r", FindingTables::writeRule, FindingTables::readRule);

    private FindingTables() {}

    /** A rule as it was when it judged. */
    record Applied(String id, String hash, Severity severity) {}

    private static void writeText(JsonGenerator out, Text text, Ids ids) throws IOException {
        out.writeStartObject();
        out.writeStringField("en", text.en());
        out.writeStringField("zh", text.zh());
        out.writeEndObject();
    }

    private static Text readText(Object json, Entries entries) {
        Doc text = (Doc) json;
        return new Text(text.text("en"), text.text("zh"));
    }

    private static void writeSubject(JsonGenerator out, Subject asset, Ids ids) throws IOException {
        out.writeStartObject();
        out.writeStringField("uid", asset.uid());
        out.writeStringField("nativeId", asset.nativeId());
        out.writeStringField("type", asset.type());
        out.writeStringField("name", asset.name());
        ids.write(out, "scope", Table.SCOPES, asset.scope());
        out.writeEndObject();
    }

    private static Subject readSubject(Object json, Entries entries) {
        Doc asset = (Doc) json;
        return new Subject(
                asset.text("uid"),
                asset.text("nativeId"),
                asset.text("type"),
                asset.text("name"),
                entries.get(Table.SCOPES, asset.text("scope")));
    }

    private static void writeRule(JsonGenerator out, Applied rule, Ids ids) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", rule.id());
        out.writeStringField("hash", rule.hash());
        out.writeStringField("severity", rule.severity().label());
        out.writeEndObject();
    }

    private static Applied readRule(Object json, Entries entries) {
        Doc rule = (Doc) json;
        return new Applied(
                rule.text("id"),
                rule.text("hash"),
                Severity.valueOf(rule.text("severity").toUpperCase(Locale.ROOT)));
    }
}
