package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * JSON objects that carry a seal over all that they say besides it: the SHA-256 of the object without the seal, written without blanks.
 * A seal shows that a file was damaged, or changed by whoever did not seal it anew. It is no signature: whoever can write the file can
 * seal it again. Against that helps only to keep the seal somewhere else.
 */
public final class SealedJson {
    /** The name under which the seal stands. */
    public static final String SEAL = "seal";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SealedJson() {}

    /**
     * The content with its seal, in place of any that it has.
     *
     * @throws IllegalArgumentException where it is no JSON object
     */
    public static byte[] write(Object content) {
        if (!(MAPPER.<JsonNode>valueToTree(content) instanceof ObjectNode json)) {
            throw new IllegalArgumentException("not a JSON object: " + content);
        }
        try {
            json.put(SEAL, seal(json));
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether it carries a seal, and that one fits. */
    public static boolean isSealed(JsonNode json) {
        try {
            return json instanceof ObjectNode object
                    && object.path(SEAL).isTextual()
                    && object.path(SEAL).textValue().equals(seal(object));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String seal(ObjectNode json) throws JsonProcessingException {
        ObjectNode content = json.deepCopy();
        content.remove(SEAL);
        return Seal.of(MAPPER.writeValueAsBytes(content)).sha256();
    }
}
