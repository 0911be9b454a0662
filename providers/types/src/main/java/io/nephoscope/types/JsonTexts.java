package io.nephoscope.types;

import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.policy.NoPolicyException;
import io.nephoscope.inventory.policy.PolicyDocument;
import java.util.Map;
import java.util.Set;

/** Fields that hold a document as a text of JSON. One that cannot be read is a failed call, since nobody saw what it says. */
final class JsonTexts {
    private static final String STATEMENT = "Statement";

    private JsonTexts() {}

    /** The schema of an answer in which the texts at some paths are read. */
    static Schema schema(Schema answer, Set<String> paths) {
        if (!(answer instanceof Struct struct)) {
            return Scalar.DYN;
        }
        Struct read = struct;
        for (String path : paths) {
            read = read.plus(struct.name(), Map.of(path.split("\\.", 2)[0], Scalar.DYN));
        }
        return read;
    }

    /** @param texts the paths, each with whether it is a policy, which always has statements */
    static Outcome<Object> read(Call call, Object answer, Map<String, Boolean> texts) {
        if (!(answer instanceof Doc doc)) {
            return Outcome.value(answer);
        }
        Doc whole = doc;
        for (Map.Entry<String, Boolean> text : texts.entrySet()) {
            if (Paths.get(whole, text.getKey()) instanceof String written) {
                try {
                    Object read = PolicyDocument.parse(written);
                    if (text.getValue() && !(read instanceof Doc policy && policy.get(STATEMENT) != Absent.ABSENT)) {
                        return call.unusable(Text.of("the answer holds something else than a policy", "应答中不是策略"));
                    }
                    whole = Paths.set(whole, text.getKey(), read);
                } catch (NoPolicyException e) {
                    return call.unusable(e.text());
                }
            }
        }
        return Outcome.value(whole);
    }
}
