package io.nephoscope.inventory.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetType.Identity;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.TenantPath;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Makes assets of what listings and details bring. */
final class Assembly {
    private final Demand demand;
    private final Clock clock;

    Assembly(Demand demand, Clock clock) {
        this.demand = demand;
        this.clock = clock;
    }

    /**
     * An asset as its listing describes it, with whatever secrets that brought along: its details are asked for by it. Its name and
     * tags may come of them.
     *
     * @throws IllegalArgumentException where it does not say who it is
     */
    Asset identify(AssetType type, Site site, Doc attributes) {
        Identity identity = type.identity();
        String nativeId = identity.nativeId().apply(attributes);
        if (nativeId.isEmpty()) {
            throw new IllegalArgumentException("an item of the listing does not say who it is");
        }
        Scope home = identity.region().apply(attributes).map(site.scope()::in).orElse(site.scope());
        Scope scope = identity.tenant().apply(attributes).map(home::of).orElse(home);
        if (!TenantPath.isWithin(scope.tenant(), site.scope().tenant())) {
            throw new IllegalArgumentException("an item of the listing belongs to a branch that is not its account's");
        }
        List<String> calls =
                type.listing().operations().stream().map(Operation::call).toList();
        return new Asset(
                Asset.uid(type, scope, nativeId),
                type,
                nativeId,
                nativeId,
                scope,
                Doc.empty(),
                attributes,
                new Asset.Provenance(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        site.scope().region(),
                        calls));
    }

    /**
     * The asset with the details that the demand asks for, and without secrets.
     *
     * @throws IllegalArgumentException where its listing brought what documents do not hold
     */
    Asset fill(Asset listed, Site site) {
        Site home = site.in(listed.scope().region());
        List<Detail> details = demand.details(listed.type());
        Doc.Builder attributes = Doc.builder();
        Doc.Builder unmasked = Doc.builder();
        listed.attributes().forEach((key, field) -> {
            attributes.put(key, Redaction.masked(key, field));
            unmasked.put(key, field);
        });
        details.forEach(detail -> {
            Object field = fetch(detail, home, listed.attributes());
            attributes.put(detail.attribute(), field);
            unmasked.put(detail.attribute(), field);
        });
        Doc whole = listed.type().withGaps(unmasked.build());
        Stream<String> calls =
                details.stream().flatMap(detail -> detail.operations().stream()).map(Operation::call);
        String nativeId = Secrets.mask(listed.nativeId());
        return new Asset(
                Asset.uid(listed.type(), listed.scope(), nativeId),
                listed.type(),
                nativeId,
                Redaction.masked(listed.type().nameOf(whole)),
                listed.scope(),
                Redaction.tags(listed.type().tagsOf(whole)),
                Redaction.declared(listed.type(), attributes.build()),
                new Asset.Provenance(
                        listed.provenance().observedAt(),
                        listed.provenance().listedIn(),
                        Stream.concat(listed.provenance().calls().stream(), calls)
                                .distinct()
                                .toList()));
    }

    /** An error of ours in a detail leaves that detail unknown, and nothing else. */
    private static Object fetch(Detail detail, Site site, Doc listed) {
        try {
            return Redaction.masked(detail.fetch().fetch(site, listed).toField());
        } catch (RuntimeException e) {
            String call = detail.operations().stream()
                    .findFirst()
                    .map(Operation::call)
                    .orElse("");
            return Unknown.because(Failure.internal(call, e));
        }
    }
}
