package io.nephoscope.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Configuration;
import io.nephoscope.azure.arm.ArmClient;
import io.nephoscope.azure.arm.ArmFailures;
import io.nephoscope.azure.arm.AzureAccount;
import io.nephoscope.azure.arm.Grants;
import io.nephoscope.azure.arm.GraphQuota;
import io.nephoscope.http.ProxySetting;
import io.nephoscope.http.SettingException;
import io.nephoscope.http.Trust;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.gateway.Failure;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** One credential's way to the Resource Manager, which all subscriptions that it reaches share. */
final class AzureClients {
    private static final String USER_AGENT = "nephoscope";

    private final ArmClient client;
    private final GraphQuota quota = new GraphQuota();

    private final Failure.Reader failures;

    private AzureClients(ArmClient client, Failure.Reader failures) {
        this.client = client;
        this.failures = failures;
    }

    /** @param deadline how long the gateway waits for a call: what it gave up ends soon after */
    static AzureClients of(AzureSettings settings, Duration deadline) throws TargetException {
        HttpClient http = http(settings, deadline);
        Credentials secrets = settings.target().credentials().read();
        TokenCredential credential = new Knowing(SignIn.credential(settings, secrets, http));
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(http)
                .policies(
                        new UserAgentPolicy(USER_AGENT),
                        new BearerTokenAuthenticationPolicy(
                                credential, settings.cloud().scope()))
                .build();
        return new AzureClients(new ArmClient(pipeline, settings.endpoint()), secrets.hiding(new ArmFailures()));
    }

    /** Every token that is sent is a secret by its value from then on. */
    private record Knowing(TokenCredential credential) implements TokenCredential {
        @Override
        public Mono<AccessToken> getToken(TokenRequestContext request) {
            return credential.getToken(request).doOnNext(token -> Secrets.know(token.getToken()));
        }

        @Override
        public AccessToken getTokenSync(TokenRequestContext request) {
            AccessToken token = credential.getTokenSync(request);
            Secrets.know(token.getToken());
            return token;
        }
    }

    /** Redirects are never followed: the token would travel with them. */
    private static HttpClient http(AzureSettings settings, Duration deadline) throws TargetException {
        java.net.http.HttpClient.Builder jdk = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(deadline);
        JdkHttpClientBuilder builder = new JdkHttpClientBuilder(jdk);
        try {
            Optional<String> ca = settings.get(AzureSettings.CA);
            if (ca.isPresent()) {
                jdk.sslContext(Trust.with(settings.target().base().resolve(ca.get())));
            }
            Optional<String> proxy = settings.get(AzureSettings.PROXY);
            if (proxy.isPresent()) {
                jdk.proxy(ProxySetting.parse(proxy.get()).selector());
                // Else the one that the environment names would come before it.
                builder.configuration(Configuration.NONE);
            }
        } catch (SettingException e) {
            throw settings.wrong(e.text());
        }
        return builder.responseTimeout(deadline).readTimeout(deadline).build();
    }

    /** Reads errors, and repeats no secret that they repeat. */
    Failure.Reader failures() {
        return failures;
    }

    AzureAccount account(String subscription) {
        return new AzureAccount(client, quota, subscription, Grants.none());
    }
}
