package io.nephoscope.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked and what was answered, as a line of JSON: without the headers of the request, in which the signature and the token
 * are, and with what looks like a secret blanked in both bodies.
 */
record Exchange(String asked, int status, Map<String, String> headers, String body) {
    /** The headers of an answer that decide how it is read. */
    private static final List<String> KEPT = List.of("content-type", "date", "retry-after");

    static Exchange of(Request request, Reply reply) {
        Map<String, String> kept = new HashMap<>(reply.headers());
        kept.keySet().retainAll(KEPT);
        return new Exchange(asked(request), reply.status(), kept, Secrets.mask(reply.text()));
    }

    /** What tells apart one question from another. */
    static String asked(Request request) {
        return Secrets.mask(request + (request.body().isEmpty() ? "" : " " + request.body()));
    }

    Reply reply() {
        return new Reply(status, headers, body);
    }

    String line() throws IOException {
        Doc.Builder lines = Doc.builder();
        headers.forEach(lines::put);
        Doc doc = Doc.of("asked", asked, "status", (long) status, "headers", lines.build(), "body", body);
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            DocJson.write(out, doc, "", (path, unknown) -> {});
        }
        return text.append('\n').toString();
    }

    /** @throws IOException where the line is no exchange */
    static Exchange parse(String line) throws IOException {
        if (DocJson.parse(line) instanceof Doc doc && doc.get("status") instanceof Long status) {
            Map<String, String> headers = new HashMap<>();
            doc.doc("headers")
                    .keys()
                    .forEach(name -> headers.put(name, doc.doc("headers").text(name)));
            return new Exchange(doc.text("asked"), status.intValue(), headers, doc.text("body"));
        }
        throw new IOException("a line is no exchange");
    }
}
