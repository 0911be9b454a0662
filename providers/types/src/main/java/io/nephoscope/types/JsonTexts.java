package io.nephoscope.types;

import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.policy.NoPolicyException;
import io.nephoscope.inventory.policy.PolicyDocument;
import io.nephoscope.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Fields that hold a document as a text of JSON. One that cannot be read is unknown, since nobody saw what it says, and the others
 * stay what they are.
 *
 * @param paths each with whether it is a policy, which always has statements
 */
record JsonTexts(Map<String, Boolean> paths) {
    static final Set<String> WORDS = Set.of("json", "policy");
    private static final String STATEMENT = "Statement";

    static JsonTexts read(YamlNode how) {
        Map<String, Boolean> paths = new LinkedHashMap<>();
        how.optional("json").ifPresent(it -> TypeReader.each(it).forEach(path -> paths.put(path.filled(), false)));
        how.optional("policy").ifPresent(it -> TypeReader.each(it).forEach(path -> paths.put(path.filled(), true)));
        return new JsonTexts(paths);
    }

    boolean areAt(String path) {
        return paths.containsKey(path);
    }

    /** The schema of an answer in which the texts are read. */
    Schema schema(Schema answer) {
        if (paths.isEmpty() || !(answer instanceof Struct struct)) {
            return answer;
        }
        Map<String, Schema> read = new LinkedHashMap<>();
        paths.keySet().forEach(path -> read.put(new ListPath(path).first(), Scalar.DYN));
        return struct.plus(struct.name(), read);
    }

    /** What came, with what the texts say. */
    Object in(Call call, Object answer) {
        if (!(answer instanceof Doc doc)) {
            return answer;
        }
        Doc whole = doc;
        for (Map.Entry<String, Boolean> text : paths.entrySet()) {
            if (Paths.get(whole, text.getKey()) instanceof String written) {
                whole = Paths.set(
                        whole,
                        text.getKey(),
                        said(call, written, text.getValue()).toField());
            }
        }
        return whole;
    }

    /**
     * What came, with what the text at a path says.
     *
     * @throws Unreadable where it says nothing that can be read
     */
    Object strictly(String path, Object answer) {
        return answer instanceof Doc doc && Paths.get(doc, path) instanceof String written
                ? Paths.set(doc, path, parsed(written, Boolean.TRUE.equals(paths.get(path))))
                : answer;
    }

    private static Outcome<Object> said(Call call, String written, boolean isPolicy) {
        try {
            return Outcome.value(parsed(written, isPolicy));
        } catch (Unreadable e) {
            return call.unusable(e.text());
        }
    }

    private static Object parsed(String written, boolean isPolicy) {
        try {
            Object read = PolicyDocument.parse(written);
            if (isPolicy && !(read instanceof Doc policy && policy.get(STATEMENT) != Absent.ABSENT)) {
                throw new Unreadable(Text.of("the answer holds something else than a policy", "应答中不是策略"));
            }
            return read;
        } catch (NoPolicyException e) {
            throw new Unreadable(e.text());
        }
    }
}
