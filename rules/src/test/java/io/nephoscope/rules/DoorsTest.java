package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every way to get at an asset that is judged by whether the public may get at it is looked at, or declared as one that nobody can. */
class DoorsTest {
    /** What a rule reads that asks whether the public may get at something. */
    private static final Pattern EXPOSURE =
            Pattern.compile("(facets\\.(public|internet|anonymous|admitsTheInternet)\\w*"
                    + "|attributes\\.(\\w+\\.)*(publicNetworkAccess|publicAccess|PubliclyAccessible))(\\W.*)?");

    private static Stream<AssetType> judged() {
        Set<String> names = new TreeSet<>();
        for (Rule rule : Catalogue.RULES) {
            if (rule.reads().stream().anyMatch(path -> EXPOSURE.matcher(path).matches())) {
                rule.types(Catalogue.TYPES).forEach(type -> names.add(type.name()));
            }
        }
        Stream<AssetType> byFacet = Catalogue.TYPES.all().stream()
                .filter(type -> facetsOfExposure(type).findAny().isPresent());
        return Stream.concat(
                        names.stream().map(name -> Catalogue.TYPES.named(name).orElseThrow()), byFacet)
                .distinct();
    }

    private static Stream<Facet> facetsOfExposure(AssetType type) {
        return type.facets().stream()
                .filter(facet -> type.kind().facets().field(facet.name()).isPresent()
                        && EXPOSURE.matcher("facets." + facet.name()).matches());
    }

    @Test
    void everyTypeThatIsJudgedByItsExposureNamesItsDoorsOrSaysWhyItHasNone() {
        assertNone(judged().filter(
                        type -> type.doors().isEmpty() == type.doorless().isEmpty())
                .map(type -> type + " has doors " + type.doors() + ", and none because " + type.doorless()));
    }

    @Test
    void whatTellsOfADoorIsAnAttribute() {
        assertNone(judged().flatMap(type -> type.doors().stream()
                .filter(door -> door.attributes().isEmpty()
                        || !type.attributes().fields().keySet().containsAll(door.attributes()))
                .map(door -> type + " has no attribute that tells of its " + door)));
    }

    @Test
    void everyFacetThatSaysWhetherAnAssetIsPublicReadsEveryDoor() {
        assertNone(judged().flatMap(type -> facetsOfExposure(type)
                .flatMap(facet -> type.doors().stream()
                        .filter(door -> !facet.inputs().containsAll(door.attributes()))
                        .map(door -> type + "." + facet.name() + " does not read the " + door.name()))));
    }

    private static void assertNone(Stream<String> faults) {
        assertThat(faults.collect(Collectors.joining("\n"))).isEmpty();
    }
}
