package io.nephoscope.cli.wire;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Provider;
import java.util.List;
import java.util.stream.Stream;

/** What the declarations say that an answer must hold. */
public final class Proofs {
    private Proofs() {}

    /** Every operation that a type declares. */
    public static Stream<Operation> operationsOf(AssetType type) {
        return Stream.concat(
                type.listing().operations().stream(),
                type.details().stream().flatMap(detail -> detail.operations().stream()));
    }

    /** The members that the answers to a call always hold. */
    public static List<String> members(String call) {
        return Providers.all().stream()
                .map(Provider::types)
                .flatMap(List::stream)
                .flatMap(Proofs::operationsOf)
                .filter(operation -> operation.call().equals(call))
                .map(Operation::proof)
                .map(Proof::members)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
