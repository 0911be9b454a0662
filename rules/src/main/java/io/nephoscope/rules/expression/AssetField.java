package io.nephoscope.rules.expression;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.function.Function;

/** A field that an asset has as an asset: its name, its attributes, a facet, a relation. */
final class AssetField extends Node {
    private final Node asset;
    private final Function<AssetView, Object> read;
    private final Expected expected;
    private final String label;

    private AssetField(Node asset, Function<AssetView, Object> read, Expected expected, String label) {
        this.asset = asset;
        this.read = read;
        this.expected = expected;
        this.label = label;
    }

    /** A field that every asset has. */
    static AssetField common(Node asset, String name, String label) {
        return switch (name) {
            case "attributes" -> new AssetField(asset, view -> view.asset().attributes(), Expected.MAP, label);
            case "tags" -> new AssetField(asset, view -> view.asset().tags(), Expected.MAP, label);
            case "facets" -> new AssetField(asset, AssetView::facets, Expected.MAP, label);
            default -> new AssetField(asset, view -> view.read(name), Expected.STRING, label);
        };
    }

    /** One facet, without the work for the others. */
    static AssetField facet(Node asset, String name, Expected expected, String label) {
        return new AssetField(asset, view -> view.facet(name), expected, label);
    }

    /** The assets that a relation leads to. */
    static AssetField related(Node asset, String name, String label) {
        return new AssetField(asset, view -> view.related(name), Expected.LIST, label);
    }

    @Override
    Object evaluate(Frame frame) {
        return expected.check(field(frame), label);
    }

    @Override
    Object field(Frame frame) {
        Object value = asset.evaluate(frame);
        if (value instanceof AssetView view) {
            return read.apply(view);
        }
        return value instanceof Unknown
                ? value
                : RuleError.of(Text.of("{0} is read of {1}", "{0} 读取自{1}", label, Expected.describe(value)));
    }
}
