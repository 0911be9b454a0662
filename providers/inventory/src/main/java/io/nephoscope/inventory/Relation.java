package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A link to other assets.
 *
 * @param name as rules write it behind {@code related.}
 * @param target the type of the other assets, or their kind: {@code kind compute.vm}; or {@link #ANYTHING}
 * @param inputs the attributes that name them
 * @param anywhere whether what names them names assets of any account and cloud, and not only of the same account
 * @param keys what names the other assets, read from the attributes: a list of texts, absent, or unknown
 * @param by what of the other assets the keys name
 * @param reverse the name by which the other assets know the link back; empty where they do not
 * @param sources for a link back the links of which it is the other end; none for a link of the asset's own
 */
public record Relation(
        String name,
        String target,
        List<String> inputs,
        boolean anywhere,
        Function<Doc, Object> keys,
        By by,
        Optional<String> reverse,
        List<Source> sources) {
    /** What a relation is called to lead to that leads to assets of any type. */
    public static final String ANYTHING = "anything";

    private static final String KIND = "kind ";

    /** By what an asset is found. */
    public enum By {
        /** Its native id. */
        ID("", ""),
        /** An IP address that it has. */
        ADDRESS("addresses", "publicAddresses"),
        /** A domain name that leads to it. */
        DOMAIN("domains", ""),
        /** What a {@link Selector} names. */
        SELECTOR("", "");

        private final String facet;
        private final String instead;

        By(String facet, String instead) {
            this.facet = facet;
            this.instead = instead;
        }

        /** The facet that tells a part of it, where a type has no other; empty where there is none. */
        public String instead() {
            return instead;
        }

        /** The facet that holds what it is found by; empty for the native id, and where each key says by what. */
        public String facet() {
            return facet;
        }
    }

    /**
     * A link that leads here.
     *
     * @param type from whose assets
     */
    public record Source(String type, Relation relation) {}

    public Relation {
        inputs = List.copyOf(inputs);
        sources = List.copyOf(sources);
    }

    /** A link to assets of a type by their native ids. */
    public Relation(
            String name, String target, List<String> inputs, boolean anywhere, Function<Doc, Object> nativeIds) {
        this(name, target, inputs, anywhere, nativeIds, By.ID, Optional.empty(), List.of());
    }

    /** The link back along others, which all begin at assets of the target. */
    public static Relation back(String name, String target, List<Source> sources) {
        return new Relation(name, target, List.of(), false, asset -> "", By.ID, Optional.empty(), sources);
    }

    /** What a relation to every asset of a kind is called to lead to. */
    public static String toKind(String kind) {
        return KIND + kind;
    }

    /** The kind that it leads to; empty where it leads to a type. */
    public Optional<String> kind() {
        return target.startsWith(KIND) ? Optional.of(target.substring(KIND.length())) : Optional.empty();
    }

    public boolean isToAnything() {
        return target.equals(ANYTHING);
    }

    /** Whether a relation of the asset's own leads to assets of a type. */
    boolean leadsTo(AssetType type) {
        return isToAnything()
                || kind().map(type.kind().name()::equals).orElse(type.name().equals(target));
    }

    public boolean isBack() {
        return !sources.isEmpty();
    }
}
