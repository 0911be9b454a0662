package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Policies for tests, written with single quotes. */
final class Policies {
    static final List<String> POOL = List.of("arn:aws:s3:::pool", "arn:aws:s3:::pool/*");

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

    static Object isPublic(Object policy) {
        return PublicGrants.ofMany(policy, POOL).isPublic();
    }

    static String allow(String principal) {
        return "{'Effect':'Allow','Principal':" + principal + ",'Action':'s3:GetObject','Resource':'*'}";
    }

    static String allowIf(String condition) {
        return "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*','Condition':" + condition
                + "}";
    }

    static String deny(String rest) {
        return "{'Effect':'Deny'," + rest + "}";
    }
}
