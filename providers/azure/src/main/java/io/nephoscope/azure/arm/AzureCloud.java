package io.nephoscope.azure.arm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The clouds that run Azure, by the names that the Azure CLI gives them. */
public enum AzureCloud {
    PUBLIC("AzureCloud", "https://management.azure.com", "https://login.microsoftonline.com"),
    CHINA("AzureChinaCloud", "https://management.chinacloudapi.cn", "https://login.chinacloudapi.cn"),
    US_GOVERNMENT("AzureUSGovernment", "https://management.usgovcloudapi.net", "https://login.microsoftonline.us");

    private final String label;
    private final String resourceManager;
    private final String authority;

    AzureCloud(String label, String resourceManager, String authority) {
        this.label = label;
        this.resourceManager = resourceManager;
        this.authority = authority;
    }

    /** As {@code az cloud list} names it. */
    public String label() {
        return label;
    }

    /** The address of the Resource Manager. */
    public String resourceManager() {
        return resourceManager;
    }

    /** The address that hands out tokens. */
    public String authority() {
        return authority;
    }

    /** What a token for the Resource Manager is asked for, wherever that is reached. */
    public String scope() {
        return resourceManager + "/.default";
    }

    /** The cloud of a name; empty where there is none. */
    public static Optional<AzureCloud> named(String label) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** Every name there is. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(AzureCloud::label).toList();
    }
}
