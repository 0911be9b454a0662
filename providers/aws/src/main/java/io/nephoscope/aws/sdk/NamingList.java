package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkResponse;

/**
 * A listing that tells which of the assets of a type are so, and thereby which need to be asked further: it is read once for each
 * account and region. What it does not name is not so, if the listing was read whole and the asset was there when it was asked.
 *
 * @param id the field by which a listed item and the asset are known to be the same
 * @param born the attribute of an asset that says since when it is there, ISO 8601
 */
record NamingList(SdkCall<?> call, String id, String born) {

    /** @param since no asset that came after it can be missed; empty where nobody knows when AWS answered */
    private record Read(Set<String> ids, Optional<Instant> since, Outcome<Integer> ending) {}

    /**
     * Whether the listing names the asset: true or false, and absent where it was asked too early to tell. What it named before it broke
     * off stays named.
     */
    Detail as(String attribute) {
        return new Detail(
                attribute,
                Schema.Scalar.BOOL,
                List.of(call.operation().per(Per.REGION)),
                (site, asset) -> read(site).then(read -> isNamed(read, asset)));
    }

    private Outcome<Boolean> isNamed(Read read, Doc asset) {
        return read.ids().contains(asset.text(id))
                ? Outcome.value(true)
                : read.ending().then(whole -> wasThere(read, asset) ? Outcome.value(false) : Outcome.absent());
    }

    private boolean wasThere(Read read, Doc asset) {
        return read.since()
                .filter(since -> time(Instant::parse, asset.text(born))
                        .filter(birth -> birth.isBefore(since))
                        .isPresent())
                .isPresent();
    }

    private Outcome<Read> read(Site site) {
        return site.once(call.operation(), List.of("naming", call), () -> {
            Set<String> ids = new HashSet<>();
            AtomicReference<Optional<Instant>> since = new AtomicReference<>();
            long asked = System.nanoTime();
            AwsListing.Next<SdkResponse> dated = page -> {
                since.compareAndSet(null, answered(page).map(at -> at.minusNanos(System.nanoTime() - asked)));
                return call.next(page);
            };
            AwsCall<?, Page, SdkResponse> pages = call.pages(site, Map.of());
            // Not to have signed up for the service is no answer about assets that are there.
            Outcome<Integer> ending =
                    AwsListing.walk(pages, pages, site, call::docs, dated, item -> ids.add(item.text(id)));
            return Outcome.value(
                    new Read(Set.copyOf(ids), Optional.ofNullable(since.get()).flatMap(it -> it), ending));
        });
    }

    /** When AWS answered, by its own clock, in whole seconds: it looked some time between then and when it was asked. */
    private static Optional<Instant> answered(SdkResponse page) {
        return page.sdkHttpResponse() == null
                ? Optional.empty()
                : page.sdkHttpResponse()
                        .firstMatchingHeader("Date")
                        .flatMap(date ->
                                time(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)), date));
    }

    private static Optional<Instant> time(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
