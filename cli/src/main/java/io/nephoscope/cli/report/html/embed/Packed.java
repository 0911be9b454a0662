package io.nephoscope.cli.report.html.embed;

import com.fasterxml.jackson.core.JsonGenerator;
import gg.jte.TemplateOutput;
import io.nephoscope.inventory.doc.DocJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * JSON that is packed while it is written, for an element of the page that browsers neither run nor show. Halves of characters, which hostile
 * texts may hold, become question marks. The same JSON gives the same bytes: the packing names no time.
 */
final class Packed {
    private final String id;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    /** @param id of the element */
    Packed(String id) throws IOException {
        this.id = id;
        this.json = DocJson.FACTORY.createGenerator(
                new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8));
    }

    JsonGenerator json() {
        return json;
    }

    /** How many bytes it takes so far, but for those that wait to be packed. */
    int size() {
        return bytes.size();
    }

    /** Ends the JSON, and writes it into the page. */
    void end(TemplateOutput page) throws IOException {
        json.close();
        page.writeContent("<script type=\"application/octet-stream\" id=\"" + id + "\">");
        page.writeContent(Base64.getEncoder().encodeToString(bytes.toByteArray()));
        page.writeContent("</script>\n");
    }
}
