package io.nephoscope.cli.report.html.embed;

import com.fasterxml.jackson.core.JsonGenerator;
import gg.jte.TemplateOutput;
import io.nephoscope.cli.report.FieldText;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding;
import io.nephoscope.snapshot.Snapshot;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What only the page of an asset or of a finding shows, in chunks: to open one unpacks its chunk and no other. */
final class Details {
    private static final int MOST_ASSETS = 500;
    private static final int MOST_BYTES = 48_000;
    /** How calls end that were sent. */
    private static final Set<Status> ANSWERED = EnumSet.of(
            Status.VALUE,
            Status.ABSENT,
            Status.DENIED,
            Status.BARRED,
            Status.SIGNED_OUT,
            Status.THROTTLED,
            Status.FAILED,
            Status.UNSUPPORTED);

    private final TemplateOutput page;
    private final Shared shared;
    private final Snapshot snapshot;
    private final Words words;
    private Packed chunk;
    private int assets;

    Details(TemplateOutput page, Shared shared, Snapshot snapshot, Words words) throws IOException {
        this.page = page;
        this.shared = shared;
        this.snapshot = snapshot;
        this.words = words;
        this.chunk = begun();
    }

    private Packed begun() throws IOException {
        Packed begun = new Packed("data-details-" + shared.chunks.size());
        begun.json().writeStartArray();
        return begun;
    }

    /** @param asset none for what stands in place of assets that nobody could list */
    void begin(Optional<Asset> asset) throws IOException {
        chunk.json().writeStartObject();
        if (asset.isPresent()) {
            write(asset.get());
        }
        chunk.json().writeArrayFieldStart("findings");
    }

    private void write(Asset asset) throws IOException {
        JsonGenerator json = chunk.json();
        Map<String, Unknown> unknown = new LinkedHashMap<>();
        json.writeFieldName("attributes");
        DocJson.write(json, asset.attributes(), "attributes", unknown::put);
        json.writeFieldName("facets");
        DocJson.write(json, asset.type().facetsOf(asset.attributes()), "facets", unknown::put);
        json.writeObjectFieldStart("related");
        for (Relation relation : asset.type().relations()) {
            json.writeFieldName(DocJson.fieldName(relation.name()));
            related(snapshot.related(asset, relation, uid -> uid), relation.name(), unknown);
        }
        json.writeEndObject();
        if (asset.named() instanceof Unknown it) {
            unknown.put("name", it);
        }
        if (asset.tags() instanceof Unknown it) {
            unknown.put("tags", it);
        } else if (asset.tags() instanceof Doc tags) {
            tags.forEach((key, value) -> {
                if (value instanceof Unknown it) {
                    unknown.put("tags." + key, it);
                }
            });
        }
        json.writeObjectFieldStart("unknown");
        for (Map.Entry<String, Unknown> field : unknown.entrySet()) {
            json.writeArrayFieldStart(DocJson.fieldName(field.getKey()));
            for (Cause cause : field.getValue().causes()) {
                write(cause);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The uids of those to which a relation leads; null where nobody knows, or where the cloud said that there are none. */
    private void related(Object others, String relation, Map<String, Unknown> unknown) throws IOException {
        JsonGenerator json = chunk.json();
        if (others instanceof DocList list) {
            json.writeStartArray();
            for (Object other : list) {
                if (other instanceof String uid) {
                    json.writeString(uid);
                } else if (other instanceof Unknown more) {
                    unknown.merge("related." + relation, more, Unknown::and);
                }
            }
            json.writeEndArray();
        } else {
            if (others instanceof Unknown all) {
                unknown.put("related." + relation, all);
            }
            json.writeNull();
        }
    }

    void add(Finding finding) throws IOException {
        JsonGenerator json = chunk.json();
        json.writeStartObject();
        json.writeArrayFieldStart("evidence");
        for (Finding.Evidence evidence : finding.evidence()) {
            write(evidence);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missing");
        for (Cause cause : finding.missing()) {
            write(cause);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attested");
        for (Finding.Attested it : finding.attested()) {
            texts(it.field(), it.statement(), it.owner(), it.evidence(), it.until());
        }
        json.writeEndArray();
        if (finding.waived().isPresent()) {
            Finding.Waived waived = finding.waived().get();
            json.writeFieldName("waived");
            texts(waived.reason(), waived.owner(), waived.until());
        }
        json.writeEndObject();
    }

    /** A value that was not read is null. */
    private void write(Finding.Evidence evidence) throws IOException {
        JsonGenerator json = chunk.json();
        json.writeStartArray();
        json.writeString(evidence.path());
        if (evidence.value() instanceof Unknown) {
            json.writeNull();
        } else {
            json.writeString(FieldText.of(evidence.value(), words.of(Word.ABSENT), words.of(Word.NOT_READ)));
        }
        json.writeString(evidence.call());
        json.writeEndArray();
    }

    private void write(Cause cause) throws IOException {
        JsonGenerator json = chunk.json();
        json.writeStartArray();
        json.writeString(cause.call());
        json.writeString(cause.outcome().name());
        json.writeString(cause.permission());
        json.writeString(cause.message().in(words.language()));
        json.writeBoolean(isAnswer(cause));
        json.writeEndArray();
    }

    /** Whether the message is what a provider answered, word for word: what we say ourselves is said in each language. */
    private static boolean isAnswer(Cause cause) {
        return ANSWERED.contains(cause.outcome())
                && !cause.call().isEmpty()
                && !Tally.Gap.of(cause).isOurs()
                && cause.message().isSame();
    }

    private void texts(String... texts) throws IOException {
        chunk.json().writeStartArray();
        for (String text : texts) {
            chunk.json().writeString(text);
        }
        chunk.json().writeEndArray();
    }

    void endAsset() throws IOException {
        chunk.json().writeEndArray();
        chunk.json().writeEndObject();
        assets++;
        if (assets == MOST_ASSETS || chunk.size() > MOST_BYTES) {
            end();
            chunk = begun();
        }
    }

    /** Ends the last chunk, and writes it into the page. */
    void end() throws IOException {
        chunk.json().writeEndArray();
        chunk.end(page);
        shared.chunks.add(assets);
        assets = 0;
    }
}
