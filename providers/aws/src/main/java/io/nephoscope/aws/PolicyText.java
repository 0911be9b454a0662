package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.PercentText;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.policy.NoPolicyException;
import io.nephoscope.inventory.policy.PolicyDocument;
import org.jspecify.annotations.Nullable;

/** Texts that are the JSON of a policy. One that cannot be read is a failed call, since nobody saw what it says. */
final class PolicyText {
    private PolicyText() {}

    /** The document. */
    static Outcome<Object> document(AwsCall<?, ?, ?> call, @Nullable String text) {
        try {
            return Outcome.value(PolicyDocument.parse(text));
        } catch (NoPolicyException e) {
            return call.unusable(e.text());
        }
    }

    /** The document of a text that is URL-encoded. A policy always has statements, and so whatever else is JSON is none. */
    static Outcome<Object> decoded(AwsCall<?, ?, ?> call, @Nullable String encoded) {
        try {
            return document(call, encoded == null ? null : PercentText.decode(encoded))
                    .then(read -> read instanceof Doc policy && policy.get("Statement") != Absent.ABSENT
                            ? Outcome.value(read)
                            : call.unusable(Text.of("the answer holds something else than a policy", "应答中不是策略")));
        } catch (IllegalArgumentException e) {
            return call.unusable(Text.of("the answer holds a text that is not URL-encoded", "应答中有一段文本未按 URL 编码"));
        }
    }
}
