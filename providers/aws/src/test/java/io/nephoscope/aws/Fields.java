package io.nephoscope.aws;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** Fields for tests. */
final class Fields {
    private Fields() {}

    /** An object, written as JSON with single quotes. */
    static Doc json(String quoted) {
        try {
            return (Doc) DocJson.parse(quoted.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a facet reads of an asset with these attributes: what it does not read need not be asked for. */
    static Set<String> reads(AssetType type, String facet, Doc attributes) {
        Set<String> read = new TreeSet<>();
        type.facet(facet).orElseThrow().of(attribute -> {
            read.add(attribute);
            return attributes.get(attribute);
        });
        return read;
    }

    /** What a denied call leaves. */
    static Unknown denied(String call) {
        return Unknown.because(new Cause(call, Status.DENIED, call, Text.quoted("AccessDenied")));
    }
}
