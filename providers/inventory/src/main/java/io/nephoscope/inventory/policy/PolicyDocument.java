package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DoubledKeyException;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The JSON text in which clouds hand out a policy. */
public final class PolicyDocument {
    private PolicyDocument() {}

    /**
     * The policy.
     *
     * @throws NoPolicyException where nobody can tell what it says: the text is missing, is not JSON, is null or anything else but an object,
     *     or says something twice
     */
    public static Doc parse(@Nullable String text) throws NoPolicyException {
        if (text == null || text.isBlank()) {
            throw new NoPolicyException(
                    Text.of("the answer leaves out the text that was asked for", "应答缺少所请求的文本"), null);
        }
        Object read;
        try {
            read = DocJson.parse(text);
        } catch (DoubledKeyException e) {
            throw new NoPolicyException(Text.of("the answer holds a text in which {0}", "应答中的一段文本里，{0}", e.text()), e);
        } catch (IOException e) {
            throw new NoPolicyException(Text.of("the answer holds a text that is not JSON", "应答中有一段文本不是 JSON"), e);
        }
        if (read instanceof Doc doc) {
            return doc;
        }
        throw new NoPolicyException(
                Text.of("the answer holds a text that is no JSON object", "应答中有一段文本不是 JSON 对象"), null);
    }
}
