package io.nephoscope.azure;

import io.nephoscope.inventory.AssetType;
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

    /** A type by its name. */
    public static AssetType type(String name) {
        return new AzureProvider()
                .types().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no type " + name));
    }

    /** What a denied call leaves. */
    public static Unknown denied(String call) {
        return Unknown.because(new Cause(call, Status.DENIED, call, Text.quoted("AuthorizationFailed")));
    }
}
