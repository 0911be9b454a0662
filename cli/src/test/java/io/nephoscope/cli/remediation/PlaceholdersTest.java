package io.nephoscope.cli.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.Placeholders;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words in capitals in the commands of remediations: which of them are the asset's own. */
class PlaceholdersTest {
    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z0-9_$])[A-Z][A-Z0-9_]*(?![A-Za-z0-9_])");
    private static final Pattern MEANING = Pattern.compile("id|name|account|region|id/\\w+|attributes\\.\\w+");

    private static final Set<String> ADDRESS_OF_A_MACHINE = Set.of("ASSOCIATION_ID", "ENI_ID", "ADDRESS");

    private final Types types = Types.ofProviders(Providers.all());
    private final Placeholders placeholders = Placeholders.packaged();
    private final List<RuleInfo> rules =
            RuleSet.load(types).rules().stream().map(rule -> rule.info()).toList();

    @Test
    void everyMeaningIsOneThatThePageKnows() {
        assertThat(types.all())
                .allSatisfy(type -> assertThat(placeholders.of(type.name()).values())
                        .allMatch(meaning -> MEANING.matcher(meaning).matches()));
    }

    @Test
    void anAttributeThatAWordMeansIsOneOfTheType() {
        for (AssetType type : types.all()) {
            assertThat(placeholders.of(type.name()).values().stream()
                            .filter(meaning -> meaning.startsWith("attributes."))
                            .map(meaning -> meaning.substring("attributes.".length())))
                    .allMatch(type.attributes().fields()::containsKey);
        }
    }

    @Test
    void everyTypeOfWhichWordsMeanSomethingIsThereAndIsMendedWithEachOfThem() {
        for (String name : placeholders.types()) {
            AssetType type = types.named(name).orElseThrow();
            Set<String> written =
                    commands(type).flatMap(command -> words(command).stream()).collect(Collectors.toSet());
            Set<String> own = new TreeSet<>(placeholders.of(name).keySet());
            own.removeAll(placeholders.of(name.split("\\.", 2)[0] + ".").keySet());
            assertThat(written).as(name).containsAll(own);
        }
    }

    /** What is wrong with a whole account lies in something that it holds. */
    @Test
    void commandsThatMendAnAssetNameTheAssetItself() {
        for (AssetType type : types.all()) {
            if (!type.kind().equals(Kinds.ACCOUNT)) {
                Set<String> own = placeholders.of(type.name()).keySet();
                assertThat(commands(type).map(PlaceholdersTest::words).filter(words -> !words.isEmpty()))
                        .as(type.name())
                        .allMatch(
                                words -> words.stream().anyMatch(own::contains) || words.equals(ADDRESS_OF_A_MACHINE));
            }
        }
    }

    private Stream<String> commands(AssetType type) {
        String provider = type.name().split("\\.", 2)[0];
        return rules.stream()
                .filter(rule -> rule.appliesTo().equals(type.name())
                        || rule.appliesTo().equals(type.kind().name()))
                .flatMap(rule -> Stream.ofNullable(rule.remediation().get(provider)))
                .map(remediation -> Arrays.stream(remediation.cli().split("\n"))
                        .filter(line -> !line.strip().startsWith("#"))
                        .collect(Collectors.joining("\n")));
    }

    private static Set<String> words(String command) {
        return WORD.matcher(command).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
