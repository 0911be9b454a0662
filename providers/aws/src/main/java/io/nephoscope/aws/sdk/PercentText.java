package io.nephoscope.aws.sdk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** IAM hands out the JSON of its policies URL-encoded (RFC 3986, where a plus is a plus). */
public final class PercentText {
    private PercentText() {}

    /** @throws IllegalArgumentException where the text is not so encoded */
    public static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
