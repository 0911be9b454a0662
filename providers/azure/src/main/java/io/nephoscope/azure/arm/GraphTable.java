package io.nephoscope.azure.arm;

import java.util.Locale;

/** The tables of Resource Graph that we query. */
public enum GraphTable {
    RESOURCES,
    RESOURCECONTAINERS,
    AUTHORIZATIONRESOURCES,
    POLICYRESOURCES,
    SECURITYRESOURCES;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
