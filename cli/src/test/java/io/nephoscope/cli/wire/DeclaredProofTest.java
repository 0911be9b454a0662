package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No call is declared without what its answer must hold: whatever else comes would be read as "there is none". */
class DeclaredProofTest {
    private static Stream<Operation> declared() {
        return Providers.all().stream()
                .flatMap(provider -> Stream.concat(
                        provider.askingRegions().stream(),
                        provider.types().stream().flatMap(Proofs::operationsOf)))
                .distinct();
    }

    @Test
    void everyCallOfEveryCloudSaysWhatItsAnswerAlwaysHoldsOrWhyNothing() {
        List<String> undeclared = declared()
                .filter(operation -> !operation.proof().isDeclared())
                .map(Operation::call)
                .distinct()
                .sorted()
                .toList();

        assertThat(undeclared)
                .as("say behind the operation's name what its answer always holds: read(\"DescribeVpcs\","
                        + " holding(\"Vpcs\").each(\"VpcId\"), ...) at AWS, ArmCall.get or ArmCall.list with .holding or"
                        + " .each at Azure, .lists(...) or .holding(...) at JD Cloud, .proven(...) elsewhere; the name of the"
                        + " document where a document of XML holds nothing else: Proof.named(\"VersioningConfiguration\");"
                        + " and Proof.nothing(why) where the cloud leaves out everything")
                .isEmpty();
    }

    @Test
    void aListingHoldsItsListOrSaysWhyNot() {
        List<String> unproven = Providers.all().stream()
                .map(Provider::types)
                .flatMap(List::stream)
                .map(type -> type.listing().operations().get(0))
                .filter(operation -> operation.proof().members().isEmpty()
                        && operation.proof().nothing().isEmpty())
                .map(Operation::call)
                .distinct()
                .toList();

        assertThat(unproven).isEmpty();
    }

    /** What reads one resource reads a list as a resource without properties. */
    @Test
    void everyCallOfTheResourceManagerThatListsHoldsItsList() {
        List<String> unproven = Providers.all().stream()
                .filter(provider -> provider.name().equals("azure"))
                .map(Provider::types)
                .flatMap(List::stream)
                .flatMap(Proofs::operationsOf)
                .filter(operation -> operation.name().contains("List"))
                .filter(operation -> !operation.proof().members().contains("value"))
                .map(Operation::call)
                .distinct()
                .toList();

        assertThat(unproven).isEmpty();
    }
}
