package io.nephoscope.azure.arm;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.nephoscope.http.ContentCoding;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.EmptyTexts;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sends reads to one Resource Manager: GETs, and the queries of Resource Graph. Whatever link an answer offers is followed at this
 * same address, so that the token goes nowhere else.
 */
public final class ArmClient {
    private static final String GRAPH = "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
    private static final int FIRST_ERROR = 300;

    private final HttpPipeline pipeline;
    private final String endpoint;

    /**
     * A client without credentials of its own.
     *
     * @param pipeline adds the token; it tries nothing twice, since the gateway does
     * @param endpoint the address of the Resource Manager
     */
    public ArmClient(HttpPipeline pipeline, URI endpoint) {
        this.pipeline = pipeline;
        this.endpoint = endpoint.toString().replaceAll("/+$", "");
    }

    /** An answer, and the headers that say how much more may be asked. */
    record Answer(Doc body, Headers headers) {}

    /** The headers of an answer. */
    @FunctionalInterface
    interface Headers {
        /** The value of a header; empty where there is none. */
        String value(String name);
    }

    /** @param pathAndQuery encoded */
    Answer get(String pathAndQuery) throws ArmException, IOException {
        return send(new HttpRequest(HttpMethod.GET, endpoint + pathAndQuery));
    }

    /** Asks Resource Graph, the one read that is a POST. */
    Answer query(String json) throws ArmException, IOException {
        return send(new HttpRequest(HttpMethod.POST, endpoint + GRAPH)
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                .setBody(BinaryData.fromString(json)));
    }

    private Answer send(HttpRequest request) throws ArmException, IOException {
        request.setHeader(HttpHeaderName.ACCEPT, "application/json");
        try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
            String text = text(response);
            Headers headers = name -> {
                String value = response.getHeaderValue(HttpHeaderName.fromString(name));
                return value == null ? "" : value;
            };
            if (response.getStatusCode() >= FIRST_ERROR) {
                throw ErrorBody.read(response.getStatusCode(), text, headers);
            }
            return new Answer(object(text), headers);
        }
    }

    /** Bodies are read as they were before anybody compressed them, and end before they fill the memory. */
    private static String text(HttpResponse response) throws ArmException, IOException {
        String[] codings = response.getHeaders().getValues(HttpHeaderName.CONTENT_ENCODING);
        try (InputStream body = response.getBodyAsInputStream().block()) {
            InputStream sent = body == null ? InputStream.nullInputStream() : body;
            return new String(
                    ContentCoding.decoded(sent, codings == null ? List.of() : List.of(codings)),
                    StandardCharsets.UTF_8);
        } catch (UnusableAnswer e) {
            throw ArmException.unusable(e.text());
        }
    }

    private static Doc object(String text) throws ArmException {
        if (text.isBlank()) {
            throw ArmException.unusable(Text.of("it is empty", "应答为空"));
        }
        Object parsed;
        try {
            parsed = DocJson.parse(text);
        } catch (IOException e) {
            throw ArmException.broken(
                    Text.of("it is not JSON, says a key twice, or breaks off", "应答不是 JSON、有重复的键，或被截断"));
        }
        if (parsed instanceof Doc doc) {
            return EmptyTexts.absent(doc);
        }
        throw ArmException.unusable(Text.of("it is JSON, and no object", "应答是 JSON，但不是对象"));
    }
}
