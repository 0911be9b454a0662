package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.function.Function;

/** A field that an asset has as an asset: its name, its attributes, a facet, a relation. */
final class AssetField extends Node {
    private static final Expected ASSETS = Expected.listOf(Expected.ANY);

    private final Node asset;
    private final Function<Subject, Object> read;
    private final Expected expected;
    private final String label;

    private AssetField(Node asset, Function<Subject, Object> read, Expected expected, String label) {
        this.asset = asset;
        this.read = read;
        this.expected = expected;
        this.label = label;
    }

    /** A field that the subject has by itself. */
    static AssetField named(Node asset, String name, Expected expected, String label) {
        return new AssetField(asset, subject -> subject.field(name), expected, label);
    }

    /** One facet, without the work for the others. */
    static AssetField facet(Node asset, String name, Expected expected, String label) {
        return new AssetField(asset, subject -> subject.facet(name), expected, label);
    }

    /** The assets that a relation leads to. */
    static AssetField related(Node asset, String name, String label) {
        return new AssetField(asset, subject -> subject.related(name), ASSETS, label);
    }

    @Override
    Object evaluate(Frame frame) {
        return frame.checked(expected, field(frame), label);
    }

    @Override
    Object field(Frame frame) {
        Object value = asset.evaluate(frame);
        if (value instanceof Subject subject) {
            return read.apply(subject);
        }
        return value instanceof Unknown
                ? value
                : RuleError.of(Text.of("{0} is read of {1}", "{0} 读取自{1}", label, Expected.describe(value)));
    }
}
