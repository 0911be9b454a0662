package io.nephoscope.cli.wire;

import io.nephoscope.inventory.Provider;
import java.util.List;
import java.util.ServiceLoader;

/** The providers on the class path. */
public final class Providers {
    private Providers() {}

    public static List<Provider> all() {
        return ServiceLoader.load(Provider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
