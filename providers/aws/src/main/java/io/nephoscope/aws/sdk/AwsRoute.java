package io.nephoscope.aws.sdk;

import io.nephoscope.http.ProxySetting;
import io.nephoscope.http.SettingException;
import io.nephoscope.http.Trust;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;

/**
 * The way to AWS: accounts that share it share clients and connections.
 *
 * @param endpoint in place of every service's own
 * @param ca the PEM file of authorities to believe besides the JDK's
 * @param proxy through which calls go; without it the one that the environment names, if any
 */
public record AwsRoute(Optional<AwsEndpoint> endpoint, Optional<Path> ca, Optional<ProxySetting> proxy) {
    private static final int MOST_CONNECTIONS = 256;

    /**
     * Clients on this route.
     *
     * @param longest when the connection of a call is cut
     * @throws SettingException where the file of authorities cannot be read
     */
    public AwsClients clients(Duration longest) throws SettingException {
        return new AwsClients(endpoint, http(), longest);
    }

    private SdkHttpClient http() throws SettingException {
        Apache5HttpClient.Builder http = Apache5HttpClient.builder()
                .maxConnections(MOST_CONNECTIONS)
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(60));
        if (ca.isPresent()) {
            TrustManager[] managers = Trust.managers(ca.get());
            http.tlsTrustManagersProvider(() -> managers);
        }
        proxy.ifPresent(given -> http.proxyConfiguration(ProxyConfiguration.builder()
                .endpoint(URI.create("http://" + given.host() + ":" + given.port()))
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build()));
        return http.build();
    }
}
