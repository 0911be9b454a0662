package io.nephoscope.azure.arm;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends reads to one Resource Manager: GETs, and the queries of Resource Graph. Whatever link an answer offers is followed at this
 * same address, so that the token goes nowhere else.
 */
public final class ArmClient {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_MEGABYTES = 32;
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

    /** An answer without an end of its own is ended before it fills the memory. */
    private static String text(HttpResponse response) throws ArmException, IOException {
        try (InputStream body = response.getBodyAsInputStream().block()) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(MOST_MEGABYTES * MEGABYTE + 1);
            if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
                throw ArmException.unusable("it is longer than " + MOST_MEGABYTES + " MB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Doc object(String text) throws ArmException {
        if (text.isBlank()) {
            throw ArmException.unusable("it is empty");
        }
        Object parsed;
        try {
            parsed = DocJson.parse(text);
        } catch (IOException e) {
            throw ArmException.broken("it is not JSON, or breaks off");
        }
        if (parsed instanceof Doc doc) {
            return doc;
        }
        throw ArmException.unusable("it is JSON, and no object");
    }
}
