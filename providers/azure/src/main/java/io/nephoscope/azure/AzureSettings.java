package io.nephoscope.azure;

import io.nephoscope.azure.arm.AzureCloud;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.Provider.Setting;
import io.nephoscope.inventory.Provider.Setting.Holds;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings of a target, and what is wrong with them. */
record AzureSettings(Target target) {
    static final String SUBSCRIPTION = "subscription";
    static final String CLOUD = "cloud";
    static final String TENANT = "tenant-id";
    static final String CLIENT = "client-id";
    static final String CERTIFICATE = "client-certificate";
    static final String SECRET = "client-secret";
    static final String CREDENTIAL = "credential";
    static final String ENDPOINT = "endpoint-url";
    static final String AUTHORITY = "authority-url";
    static final String CA = "ca";
    static final String PROXY = "proxy";

    static final List<Setting> ALL = List.of(
            new Setting(
                    SUBSCRIPTION,
                    "id of the one subscription to look at; without it, every one that the credential sees"),
            new Setting(CLOUD, String.join(", ", AzureCloud.labels()) + "; the first unless set"),
            new Setting(TENANT, "id of the Microsoft Entra tenant in which to sign in"),
            new Setting(CLIENT, "id of the service principal, or of the user-assigned managed identity"),
            new Setting(
                    CERTIFICATE,
                    "PEM file with the service principal's certificate and private key",
                    Holds.FILE_TO_READ),
            new Setting(
                    CREDENTIAL,
                    String.join(", ", SignIn.labels())
                            + ": how to sign in where no service principal is named; each is tried in this order unless set"),
            new Setting(ENDPOINT, "address of the Resource Manager in place of the cloud's own"),
            new Setting(AUTHORITY, "address that hands out tokens in place of the cloud's own"),
            new Setting(CA, "PEM file with further certificates to trust", Holds.FILE_TO_READ),
            new Setting(PROXY, "proxy to go through, as http://proxy.example:3128"));

    static final List<CredentialField> SECRETS = List.of(
            new CredentialField(SECRET, "AZURE_CLIENT_SECRET", "secret of the service principal"),
            new CredentialField(
                    CERTIFICATE,
                    "AZURE_CLIENT_CERTIFICATE_PATH",
                    "PEM file with the service principal's certificate and private key, in place of a secret"),
            new CredentialField(CLIENT, "AZURE_CLIENT_ID", "id of the service principal"),
            new CredentialField(TENANT, "AZURE_TENANT_ID", "id of the Microsoft Entra tenant in which to sign in"));

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    Optional<String> get(String name) {
        return target.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    AzureCloud cloud() throws TargetException {
        String name = get(CLOUD).orElse(AzureCloud.PUBLIC.label());
        return AzureCloud.named(name)
                .orElseThrow(() -> wrong(Text.of(
                        "there is no cloud {0}{1}; there are {2}.",
                        "没有名为 {0} 的云{1}；可选：{2}。",
                        name,
                        Suggestion.didYouMean(name, AzureCloud.labels()),
                        String.join(", ", AzureCloud.labels()))));
    }

    Optional<String> subscription() throws TargetException {
        Optional<String> id = get(SUBSCRIPTION);
        if (id.isPresent() && !ID.matcher(id.get()).matches()) {
            throw wrong(Text.of(
                    "the setting subscription is not an id such as 00000000-0000-0000-0000-000000000000;"
                            + " az account list tells it.",
                    "设置 subscription 不是形如 00000000-0000-0000-0000-000000000000 的 ID；可用 az account list 查看。"));
        }
        return id;
    }

    URI endpoint() throws TargetException {
        return address(ENDPOINT, cloud().resourceManager());
    }

    String authority() throws TargetException {
        return address(AUTHORITY, cloud().authority()).toString();
    }

    /** Tokens travel only where nobody can read them on the way. */
    private URI address(String setting, String otherwise) throws TargetException {
        try {
            URI uri = URI.create(get(setting).orElse(otherwise));
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(setting);
        }
        throw notAnAddress(setting);
    }

    private TargetException notAnAddress(String setting) {
        return wrong(Text.of(
                "the setting {0} is not an address such as https://management.cloud.example.",
                "设置 {0} 不是形如 https://management.cloud.example 的地址。", setting));
    }

    TargetException wrong(Text sentence) {
        return new TargetException(target.says(sentence));
    }
}
