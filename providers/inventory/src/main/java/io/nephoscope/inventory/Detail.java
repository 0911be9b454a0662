package io.nephoscope.inventory;

import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

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

    /** The same, asked about those assets only of which the condition says so: the others have none. */
    public Detail where(Predicate<Doc> asked) {
        Fetch one = (site, asset) -> asked.test(asset) ? fetch.fetch(site, asset) : Outcome.absent();
        return new Detail(attribute, holds, uses, fetch instanceof Batch batch ? batch.where(asked) : one);
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

    /** Fills one attribute of several assets by one question about all of them. */
    public interface Batch extends Fetch {
        /** About how many assets one question may be. */
        int most();

        /** The attribute's field of each asset, in their order, as {@link Fetch#fetch} has it of one. */
        List<Outcome<?>> fetch(Site site, List<Doc> assets);

        @Override
        default Outcome<?> fetch(Site site, Doc asset) {
            return fetch(site, List.of(asset)).get(0);
        }

        /** The same for those assets only of which the condition says so. */
        private Batch where(Predicate<Doc> asked) {
            Batch all = this;
            return new Batch() {
                @Override
                public int most() {
                    return all.most();
                }

                @Override
                public List<Outcome<?>> fetch(Site site, List<Doc> assets) {
                    List<Doc> some = assets.stream().filter(asked).toList();
                    Iterator<Outcome<?>> answers = all.fetch(site, some).iterator();
                    return assets.stream()
                            .<Outcome<?>>map(asset -> asked.test(asset) ? answers.next() : Outcome.absent())
                            .toList();
                }
            };
        }
    }
}
