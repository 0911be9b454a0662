package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.PercentText;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Text;
import org.jspecify.annotations.Nullable;

/** IAM hands out the JSON of its policies URL-encoded (RFC 3986, where a plus is a plus). */
final class PolicyText {
    private PolicyText() {}

    static Outcome<Object> document(AwsCall<?, ?, ?> call, @Nullable String encoded) {
        try {
            return AwsDetail.policy(
                    call,
                    encoded == null ? null : PercentText.decode(encoded));
        } catch (IllegalArgumentException e) {
            return call.unusable(Text.of("the answer holds a text that is not URL-encoded", "应答中有一段文本未按 URL 编码"));
        }
    }
}
