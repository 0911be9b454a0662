package io.nephoscope.inventory;

import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.List;

/**
 * A part of an asset that calls of its own fill.
 *
 * @param attribute the one attribute that is filled
 * @param holds what the attribute holds, known when somebody asks: a cloud's own model is not read for what nobody asks
 * @param uses every operation that filling it may send, and how often
 * @param fetch how it is filled
 */
public record Detail(String attribute, Lazy<Schema> holds, List<Use> uses, Fetch fetch) {
    public Detail {
        uses = List.copyOf(uses);
    }

    public Detail(String attribute, Schema schema, List<Use> uses, Fetch fetch) {
        this(attribute, new Lazy<>(() -> schema), uses, fetch);
    }

    public Schema schema() {
        return holds.get();
    }

    /**
     * A part that no call can fill, and that is unknown until somebody attests it.
     *
     * @param what the provider has no API for, as {@code host security}
     */
    public static Detail withoutApi(String attribute, Schema schema, Text what) {
        return new Detail(attribute, schema, List.of(), new NoApi(new Cause("", Status.NO_API, "", what)));
    }

    /** The same, asked of some assets only. */
    public Detail ofSome() {
        List<Use> some = uses.stream()
                .map(use -> use.per() == Per.ASSET ? use.operation().per(Per.SOME) : use)
                .toList();
        return new Detail(attribute, holds, some, fetch);
    }

    private record NoApi(Cause cause) implements Fetch {
        @Override
        public Outcome<?> fetch(Site site, Doc asset) {
            return Outcome.without(cause);
        }
    }

    /** Why the attribute is unknown where nobody asked for it. */
    public Cause unasked() {
        if (fetch instanceof NoApi nobodyCan) {
            return nobodyCan.cause();
        }
        Operation first = uses.get(0).operation();
        return Cause.notCollected(first.call(), first.permission());
    }

    /** Whether no call fills it. */
    public boolean isWithoutApi() {
        return fetch instanceof NoApi;
    }

    /** Every operation that filling it may send. */
    public List<Operation> operations() {
        return uses.stream().map(Use::operation).toList();
    }

    /** Fills one attribute of one asset. */
    @FunctionalInterface
    public interface Fetch {
        /** The attribute's field as an outcome. {@code asset} holds the attributes that the listing filled. */
        Outcome<?> fetch(Site site, Doc asset);
    }
}
