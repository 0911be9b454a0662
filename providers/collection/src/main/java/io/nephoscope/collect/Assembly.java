package io.nephoscope.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetType.Identity;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Detail.Batch;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes assets of what listings and details bring. */
final class Assembly {
    private final Demand demand;
    private final Clock clock;
    private final Map<AssetType, Wanted> wanted = new ConcurrentHashMap<>();

    Assembly(Demand demand, Clock clock) {
        this.demand = demand;
        this.clock = clock;
    }

    /**
     * An asset as its listing describes it, with whatever secrets that brought along: its details are asked for by it. Its name and
     * tags may come of them.
     *
     * @throws Unreadable where it does not say who it is
     */
    Asset identify(AssetType type, Site site, Doc attributes) {
        Identity identity = type.identity();
        String nativeId = identity.nativeId().apply(attributes);
        if (nativeId.isEmpty()) {
            throw new Unreadable(Text.of("an item of the listing does not say who it is", "列表中有一项没有标识"));
        }
        Scope home = identity.region().apply(attributes).map(site.scope()::in).orElse(site.scope());
        Scope scope = identity.branch().apply(attributes).map(home::of).orElse(home);
        if (!BranchPath.isWithin(scope.branch(), site.scope().branch())) {
            throw new Unreadable(Text.of(
                    "an item of the listing belongs to a branch that is not its account's", "列表中有一项所属的分支机构与其账号不符"));
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
    Filled fill(Asset listed, Together together) {
        Filling filling = new Filling(listed, together);
        Wanted wanted = wanted(listed.type());
        wanted.outright().forEach(filling::fetch);
        wanted.facets().forEach(facet -> facet.of(filling));
        Doc.Builder attributes = Doc.builder();
        Doc.Builder unmasked = Doc.builder();
        filling.listed.forEach(attributes::put);
        listed.attributes().forEach(unmasked::put);
        List<String> gone = new ArrayList<>();
        List<Detail> filled =
                wanted.details().stream().filter(filling::isFetched).toList();
        filled.forEach(detail -> {
            Fetched fetched = filling.fetch(detail);
            attributes.put(detail.attribute(), fetched.field());
            unmasked.put(detail.attribute(), fetched.field());
            fetched.gone().ifPresent(gone::add);
        });
        Doc whole = listed.type().withGaps(unmasked.build());
        Stream<String> calls =
                filled.stream().flatMap(detail -> detail.operations().stream()).map(Operation::call);
        String nativeId = Secrets.mask(listed.nativeId());
        Asset asset = new Asset(
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
        return new Filled(asset, List.copyOf(gone));
    }

    /** Of how many assets of a type one question may be: so many are filled together. */
    int together(AssetType type) {
        return wanted(type).details().stream()
                .map(Detail::fetch)
                .filter(Batch.class::isInstance)
                .mapToInt(fetch -> ((Batch) fetch).most())
                .max()
                .orElse(1);
    }

    /** Sends every call that filling the asset may take. */
    void sendAll(Asset listed, Site site) {
        Filling filling = new Filling(listed, new Together(List.of(listed), site));
        wanted(listed.type()).details().forEach(filling::fetch);
    }

    /**
     * What the demand asks for of a type.
     *
     * @param details all that may be filled
     * @param outright those of them that are filled for every asset
     * @param facets those that may read one of the others, and so decide whether it is filled
     */
    private record Wanted(List<Detail> details, List<Detail> outright, List<Facet> facets) {}

    private Wanted wanted(AssetType type) {
        return wanted.computeIfAbsent(type, it -> {
            List<Detail> details = demand.details(type);
            List<Detail> outright = details.stream()
                    .filter(detail -> demand.isOutright(type, detail))
                    .toList();
            Set<String> others = details.stream()
                    .filter(detail -> !outright.contains(detail))
                    .map(Detail::attribute)
                    .collect(Collectors.toSet());
            return new Wanted(
                    details,
                    outright,
                    demand.facets(type).stream()
                            .filter(facet -> facet.inputs().stream().anyMatch(others::contains))
                            .toList());
        });
    }

    /** An asset whose details are fetched as they are read. A facet reads here what it will read when it is judged. */
    private static final class Filling implements Facet.Attributes {
        private final Asset asset;
        private final Together together;
        private final Doc listed;
        private final Map<String, Fetched> fetched = new HashMap<>();

        Filling(Asset asset, Together together) {
            this.asset = asset;
            this.together = together;
            Doc.Builder masked = Doc.builder();
            asset.attributes().forEach((key, field) -> masked.put(key, Redaction.masked(key, field)));
            this.listed = masked.build();
        }

        @Override
        public Object get(String attribute) {
            return asset.type()
                    .detail(attribute)
                    .map(detail -> fetch(detail).field())
                    .orElseGet(() -> listed.get(attribute));
        }

        boolean isFetched(Detail detail) {
            return fetched.containsKey(detail.attribute());
        }

        Fetched fetch(Detail detail) {
            return fetched.computeIfAbsent(detail.attribute(), key -> Assembly.fetch(detail, asset, together));
        }
    }

    /**
     * An asset with its details.
     *
     * @param gone the provider's words where it said of the asset itself that it is not there
     */
    record Filled(Asset asset, List<String> gone) {
        /** Whether the words name the asset, and not only something below it. */
        boolean isNamed() {
            String nativeId = asset.nativeId();
            String last = nativeId.substring(Math.max(nativeId.lastIndexOf('/'), nativeId.lastIndexOf(':')) + 1);
            return Stream.of(nativeId, last, asset.name())
                    .filter(name -> !name.isEmpty())
                    .map(name -> Pattern.compile(
                            "(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w/-])", Pattern.CASE_INSENSITIVE))
                    .anyMatch(name ->
                            gone.stream().anyMatch(words -> name.matcher(words).find()));
        }
    }

    /** An error of ours in a detail leaves that detail unknown, and nothing else. */
    private static Fetched fetch(Detail detail, Asset asset, Together together) {
        try {
            Outcome<?> outcome = together.fetch(detail, asset);
            return new Fetched(
                    Redaction.masked(outcome.toField()),
                    outcome instanceof Outcome.Gone<?> said
                            ? Optional.of(said.cause().message().en())
                            : Optional.empty());
        } catch (RuntimeException e) {
            String call = detail.operations().stream()
                    .findFirst()
                    .map(Operation::call)
                    .orElse("");
            return new Fetched(Unknown.because(Failure.internal(call, e)), Optional.empty());
        }
    }

    /** @param gone the provider's words where it said that the asset is not there */
    private record Fetched(Object field, Optional<String> gone) {}
}
