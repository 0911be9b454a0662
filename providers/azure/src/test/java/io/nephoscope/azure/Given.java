package io.nephoscope.azure;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Attributes for tests. */
public final class Given {
    private Given() {}

    /** An object, written as JSON with single quotes. */
    public static Doc json(String quoted) {
        try {
            return (Doc) DocJson.parse(quoted.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a denied call leaves. */
    public static Unknown denied(String call) {
        return Unknown.because(new Cause(call, Status.DENIED, call, Text.quoted("AuthorizationFailed")));
    }
}
