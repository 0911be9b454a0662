package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A listing whose items the details of other types want as well: whoever comes first asks, once for each account and region.
 *
 * @param items of a page
 */
public record SharedListing<O>(
        AwsCall<?, Page, O> call, Function<O, ? extends List<? extends SdkPojo>> items, AwsListing.Next<O> next) {
    /** The items that came, and how the asking ended. */
    private record Read(List<Doc> items, Outcome<Integer> ending) {}

    /** The listing of the type that the items are the assets of. */
    public Listing of(Struct schema) {
        return new Listing(
                schema,
                List.of(call.operation()),
                (site, each) -> read(site).then(read -> {
                    read.items().forEach(each);
                    return read.ending();
                }));
    }

    /**
     * Every item as one answer, for the details of other types. An account that has not signed up for the service has no items, but an
     * asset that is there and belongs to one shows that there is more to see.
     */
    public Outcome<List<Doc>> all(Site site) {
        return read(site)
                .then(read -> read.ending() instanceof Outcome.Unsupported<Integer> none
                        ? call.unusable(none.cause().message())
                        : read.ending().map(count -> read.items()));
    }

    private Outcome<Read> read(Site site) {
        return site.once(call.operation(), List.of("shared", call), () -> {
            List<Doc> all = new ArrayList<>();
            Outcome<Integer> ending = AwsListing.walk(call, site, items, next, all::add);
            return Outcome.value(new Read(List.copyOf(all), ending));
        });
    }
}
