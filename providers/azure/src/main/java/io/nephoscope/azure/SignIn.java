package io.nephoscope.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ChainedTokenCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which azure-identity signs in without being told a secret. */
enum SignIn {
    ENVIRONMENT,
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
    static TokenCredential credential(AzureSettings settings, HttpClient http) throws TargetException {
        Optional<TokenCredential> named = servicePrincipal(settings, http);
        if (named.isPresent()) {
            return named.get();
        }
        Optional<String> way = settings.get(AzureSettings.CREDENTIAL);
        if (way.isPresent()) {
            String label = way.get();
            return Arrays.stream(values())
                    .filter(it -> it.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> settings.wrong("there is no way to sign in called " + label
                            + Suggestion.didYouMean(label, labels()) + "; there are " + String.join(", ", labels())
                            + "."))
                    .credential(settings, http, settings.authority());
        }
        ChainedTokenCredentialBuilder chain = new ChainedTokenCredentialBuilder();
        for (SignIn each : values()) {
            chain.addLast(each.credential(settings, http, settings.authority()));
        }
        return chain.build();
    }

    private static Optional<TokenCredential> servicePrincipal(AzureSettings settings, HttpClient http)
            throws TargetException {
        Optional<String> certificate = settings.get(AzureSettings.CERTIFICATE);
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> tenant = settings.get(AzureSettings.TENANT);
        Optional<String> client = settings.get(AzureSettings.CLIENT);
        if (tenant.isEmpty() || client.isEmpty()) {
            throw settings.wrong("a service principal needs the settings tenant-id and client-id too.");
        }
        return Optional.of(with(new ClientCertificateCredentialBuilder(), http)
                .pemCertificate(
                        settings.target().base().resolve(certificate.get()).toString())
                .tenantId(tenant.get())
                .clientId(client.get())
                .authorityHost(settings.authority())
                .disableInstanceDiscovery()
                .build());
    }

    private TokenCredential credential(AzureSettings settings, HttpClient http, String authority) {
        Optional<String> client = settings.get(AzureSettings.CLIENT);
        Optional<String> tenant = settings.get(AzureSettings.TENANT);
        return switch (this) {
            case ENVIRONMENT ->
                with(new EnvironmentCredentialBuilder(), http)
                        .authorityHost(authority)
                        .build();
            case WORKLOAD_IDENTITY -> {
                WorkloadIdentityCredentialBuilder workload = with(new WorkloadIdentityCredentialBuilder(), http)
                        .authorityHost(authority)
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
                ManagedIdentityCredentialBuilder managed = with(new ManagedIdentityCredentialBuilder(), http);
                client.ifPresent(managed::clientId);
                yield managed.build();
            }
        };
    }

    private static <B extends CredentialBuilderBase<B>> B with(B builder, HttpClient http) {
        return builder.httpClient(http);
    }
}
