package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DoubledKeyException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The JSON text in which clouds hand out a policy. */
public final class PolicyDocument {
    private PolicyDocument() {}

    /**
     * The policy.
     *
     * @throws IOException where nobody can tell what it says: the text is missing, is not JSON, is null or anything else but an object,
     *     or says something twice
     */
    public static Doc parse(@Nullable String text) throws IOException {
        if (text == null || text.isBlank()) {
            throw new IOException("the answer leaves out the text that was asked for");
        }
        Object read;
        try {
            read = DocJson.parse(text);
        } catch (DoubledKeyException e) {
            throw new IOException("the answer holds a text in which " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException("the answer holds a text that is not JSON", e);
        }
        if (read instanceof Doc doc) {
            return doc;
        }
        throw new IOException("the answer holds a text that is no JSON object");
    }
}
