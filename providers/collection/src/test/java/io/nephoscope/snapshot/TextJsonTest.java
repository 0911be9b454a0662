package io.nephoscope.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextJsonTest {
    static List<Text> written() {
        return List.of(Text.EMPTY, Text.quoted("AccessDenied"), Text.of("not sent", "未发送"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatIsWrittenIsReadBack(Text text) throws IOException {
        assertThat(AssetJson.readText(((Doc) DocJson.parse(json(text))).get("message")))
                .isEqualTo(text);
    }

    @Test
    void onlyWhatDiffersIsWrittenTwice() throws IOException {
        assertThat(json(Text.quoted("AccessDenied"))).isEqualTo("{\"message\":\"AccessDenied\"}");
        assertThat(json(Text.of("not sent", "未发送"))).isEqualTo("{\"message\":{\"en\":\"not sent\",\"zh\":\"未发送\"}}");
    }

    private static String json(Text text) throws IOException {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(json)) {
            out.writeStartObject();
            AssetJson.writeText(out, "message", text);
            out.writeEndObject();
        }
        return json.toString();
    }
}
