package io.nephoscope.inventory.network;

import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses of a machine, out of all the fields that may say one: each once, in the order in which they are said. */
public final class Addresses {
    private final Set<String> said = new LinkedHashSet<>();

    /** Of the fields that may say one, what nobody read. */
    public static Optional<Unknown> unread(Object... fields) {
        return Stream.of(fields)
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .reduce(Unknown::and);
    }

    /** What a field says, if anything. */
    public void add(Object field) {
        if (field instanceof String address && !address.isEmpty()) {
            said.add(address);
        }
    }

    /** The same where it is no address of a private network: those of IPv6 may be, too. */
    public void addRouted(Object field) {
        if (field instanceof String address
                && !address.isEmpty()
                && Cidr.parse(address).isRouted()) {
            said.add(address);
        }
    }

    public DocList list() {
        return DocList.copyOf(said);
    }
}
