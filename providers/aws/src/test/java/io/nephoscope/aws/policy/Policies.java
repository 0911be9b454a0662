package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Policies for tests, written with single quotes. */
final class Policies {
    static final Unknown DENIED = Unknown.because(
            new Cause("s3:GetBucketPolicy", Status.DENIED, "s3:GetBucketPolicy", Text.quoted("AccessDenied")));

    private Policies() {}

    static Object json(String quoted) {
        try {
            return DocJson.parse(quoted.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy of statements. */
    static Object policy(String... statements) {
        return json("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}");
    }
}
