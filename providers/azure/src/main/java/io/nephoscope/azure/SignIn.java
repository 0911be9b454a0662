package io.nephoscope.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ChainedTokenCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which azure-identity signs in where no service principal is named. */
enum SignIn {
    WORKLOAD_IDENTITY,
    CLI,
    MANAGED_IDENTITY;

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(SignIn::label).toList();
    }

    /** The credential of a target. Nothing is asked of anybody before a token is needed. */
    static TokenCredential credential(AzureSettings settings, Credentials credentials, HttpClient http)
            throws TargetException {
        Optional<TokenCredential> named = servicePrincipal(settings, credentials, http);
        if (named.isPresent()) {
            return named.get();
        }
        Optional<String> way = settings.get(AzureSettings.CREDENTIAL);
        if (way.isPresent()) {
            return named(way.get(), settings).of(settings, credentials, http);
        }
        ChainedTokenCredentialBuilder chain = new ChainedTokenCredentialBuilder();
        for (SignIn each : values()) {
            if (each.isSetUp()) {
                chain.addLast(each.of(settings, credentials, http));
            }
        }
        return chain.build();
    }

    private static SignIn named(String label, AzureSettings settings) throws TargetException {
        SignIn way = Arrays.stream(values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> settings.wrong(Text.of(
                        "there is no way to sign in called {0}{1}; there are {2}.",
                        "没有名为 {0} 的登录方式{1}；可选：{2}。",
                        label,
                        Suggestion.didYouMean(label, labels()),
                        String.join(", ", labels()))));
        if (!way.isSetUp()) {
            throw settings.wrong(Text.of(
                    "no workload identity is set up here: AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and"
                            + " AZURE_TENANT_ID are not all set.",
                    "此处未配置工作负载身份：AZURE_FEDERATED_TOKEN_FILE、AZURE_CLIENT_ID 和 AZURE_TENANT_ID 未全部设置。"));
        }
        return way;
    }

    /** A cluster sets these for its workloads, and nobody else does. */
    private boolean isSetUp() {
        Configuration environment = Configuration.getGlobalConfiguration();
        return this != WORKLOAD_IDENTITY
                || (environment.contains("AZURE_FEDERATED_TOKEN_FILE")
                        && environment.contains(Configuration.PROPERTY_AZURE_CLIENT_ID)
                        && environment.contains(Configuration.PROPERTY_AZURE_TENANT_ID));
    }

    /** The service principal whose secret or certificate is named. */
    private static Optional<TokenCredential> servicePrincipal(
            AzureSettings settings, Credentials credentials, HttpClient http) throws TargetException {
        Optional<String> secret = credentials.get(AzureSettings.SECRET);
        Optional<String> certificate = either(settings, credentials, AzureSettings.CERTIFICATE);
        if (secret.isEmpty() && certificate.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> tenant = either(settings, credentials, AzureSettings.TENANT);
        Optional<String> client = either(settings, credentials, AzureSettings.CLIENT);
        if (tenant.isEmpty() || client.isEmpty()) {
            throw settings.wrong(Text.of(
                    "a service principal needs tenant-id and client-id too.", "服务主体还需要 tenant-id 和 client-id。"));
        }
        if (secret.isPresent()) {
            return Optional.of(of(new ClientSecretCredentialBuilder(), http, settings.authority())
                    .clientSecret(secret.get())
                    .tenantId(tenant.get())
                    .clientId(client.get())
                    .disableInstanceDiscovery()
                    .build());
        }
        Path pem = settings.target().base().resolve(certificate.orElseThrow());
        return Optional.of(of(new ClientCertificateCredentialBuilder(), http, settings.authority())
                .pemCertificate(pem.toString())
                .tenantId(tenant.get())
                .clientId(client.get())
                .disableInstanceDiscovery()
                .build());
    }

    private static Optional<String> either(AzureSettings settings, Credentials credentials, String name) {
        return settings.get(name).or(() -> credentials.get(name));
    }

    private TokenCredential of(AzureSettings settings, Credentials credentials, HttpClient http)
            throws TargetException {
        String authority = settings.authority();
        Optional<String> client = either(settings, credentials, AzureSettings.CLIENT);
        Optional<String> tenant = either(settings, credentials, AzureSettings.TENANT);
        return switch (this) {
            case WORKLOAD_IDENTITY -> {
                WorkloadIdentityCredentialBuilder workload = of(
                                new WorkloadIdentityCredentialBuilder(), http, authority)
                        .disableInstanceDiscovery();
                client.ifPresent(workload::clientId);
                tenant.ifPresent(workload::tenantId);
                yield workload.build();
            }
            case CLI -> {
                AzureCliCredentialBuilder cli = new AzureCliCredentialBuilder();
                tenant.ifPresent(cli::tenantId);
                yield cli.build();
            }
            case MANAGED_IDENTITY -> {
                ManagedIdentityCredentialBuilder managed = new ManagedIdentityCredentialBuilder().httpClient(http);
                client.ifPresent(managed::clientId);
                yield managed.build();
            }
        };
    }

    private static <B extends AadCredentialBuilderBase<B>> B of(B builder, HttpClient http, String authority) {
        return builder.httpClient(http).authorityHost(authority);
    }
}
