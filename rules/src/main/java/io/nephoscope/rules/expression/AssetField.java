package io.nephoscope.rules.expression;

import io.nephoscope.inventory.doc.Unknown;

/** A field that an asset has as an asset: its name, its attributes, a facet, a relation. */
abstract class AssetField extends Node {
    private final Node asset;
    private final Expected expected;
    private final String label;

    private AssetField(Node asset, Expected expected, String label) {
        this.asset = asset;
        this.expected = expected;
        this.label = label;
    }

    abstract Object of(AssetView view);

    @Override
    Object evaluate(Frame frame) {
        return expected.check(field(frame), label);
    }

    @Override
    Object field(Frame frame) {
        Object value = asset.evaluate(frame);
        if (value instanceof AssetView view) {
            return of(view);
        }
        return value instanceof Unknown ? value : RuleError.of(label + " is read of " + Expected.describe(value));
    }

    /** A field of {@link AssetView#read}: every asset has it. */
    static AssetField common(Node asset, String name, String label) {
        return switch (name) {
            case "attributes" ->
                new AssetField(asset, Expected.MAP, label) {
                    @Override
                    Object of(AssetView view) {
                        return view.asset().attributes();
                    }
                };
            case "tags", "facets" ->
                new AssetField(asset, Expected.MAP, label) {
                    @Override
                    Object of(AssetView view) {
                        return view.read(name);
                    }
                };
            default ->
                new AssetField(asset, Expected.STRING, label) {
                    @Override
                    Object of(AssetView view) {
                        return view.read(name);
                    }
                };
        };
    }

    /** One facet, without the work for the others. */
    static AssetField facet(Node asset, String name, Expected expected, String label) {
        return new AssetField(asset, expected, label) {
            @Override
            Object of(AssetView view) {
                return view.facet(name);
            }
        };
    }

    /** The assets that a relation leads to. */
    static AssetField related(Node asset, String name, String label) {
        return new AssetField(asset, Expected.LIST, label) {
            @Override
            Object of(AssetView view) {
                return view.related(name);
            }
        };
    }
}
