package io.nephoscope.azure;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses of a resource with {@code ipConfigurations} or {@code frontendIPConfigurations}: each holds a private address, or the
 * id of a public one or of a block of them, whose numbers stand there.
 */
final class ConfiguredAddresses {
    private static final String READ = "Microsoft.Network/publicIPAddresses/read";

    private ConfiguredAddresses() {}

    /** The facet {@code addresses}. */
    static Object all(Object configurations) {
        return DocList.copyOf(properties(configurations)
                .flatMap(it -> Stream.concat(privateOf(it).stream(), publicOf(it).stream()))
                .toList());
    }

    /** The facet {@code publicAddresses}. */
    static Object publicOnes(Object configurations) {
        return DocList.copyOf(
                properties(configurations).flatMap(it -> publicOf(it).stream()).toList());
    }

    private static Stream<Doc> properties(Object configurations) {
        if (configurations == Absent.ABSENT) {
            throw new Unreadable(Text.of("the answer does not say which addresses it has", "应答未说明有哪些地址"));
        }
        return Fields.docs(configurations).map(it -> it.doc("properties"));
    }

    private static Optional<Object> privateOf(Doc configuration) {
        return Optional.<Object>of(configuration.text("privateIPAddress")).filter(it -> !it.equals(""));
    }

    private static Optional<Object> publicOf(Doc configuration) {
        return Stream.of("publicIPAddress", "publicIPPrefix")
                .map(name -> configuration.doc(name).text("id"))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(id -> Unknown.because(new Cause(
                        "Microsoft.ResourceGraph:QueryResources",
                        Status.NOT_COLLECTED,
                        READ,
                        Text.of("the number of {0} stands with that address", "{0} 的地址须读取该公网地址本身", id))));
    }
}
