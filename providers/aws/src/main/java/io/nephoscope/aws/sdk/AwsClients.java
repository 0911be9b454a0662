package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Secrets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * One client for each service and region, built when first needed and shared by every account: whose credentials sign a call, and
 * which operation it may send, stands with the thread that sends it.
 */
public final class AwsClients implements AutoCloseable {
    /** It becomes a part of a host's name. */
    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final SdkHttpClient http;
    /** One for all: the SDK would give each client five threads of its own. */
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "aws timers");
        thread.setDaemon(true);
        return thread;
    });

    private final Optional<AwsEndpoint> endpoint;
    private final Duration longest;
    private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();
    /** Of an instance, since two sets of clients (two endpoints) must not see each other's. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Sending> sending = new ThreadLocal<>();

    /** One call, that may go out once: what is sent twice would be counted as one. */
    private static final class Sending {
        private final AwsCredentialsProvider credentials;
        private final Operation operation;
        private boolean sent;

        Sending(AwsCredentialsProvider credentials, Operation operation) {
            this.credentials = credentials;
            this.operation = operation;
        }
    }

    /**
     * @param endpoint in place of every service's own
     * @param http sends the calls, and is closed with these
     * @param longest when the connection of a call is cut, so that one that nobody waits for any more holds no thread
     */
    public AwsClients(Optional<AwsEndpoint> endpoint, SdkHttpClient http, Duration longest) {
        this.endpoint = endpoint;
        this.http = http;
        this.longest = longest;
    }

    <C, I, O> O send(AwsCall<C, I, O> call, AwsCredentialsProvider credentials, String region, I input) {
        C client = client(call.service(), region);
        sending.set(new Sending(credentials, call.operation()));
        try {
            return call.send().apply(client, input);
        } finally {
            sending.remove();
        }
    }

    @SuppressWarnings("unchecked") // the key begins with the service's name, which stands for one type of client
    private <C> C client(AwsService<C> service, String region) {
        return (C) clients.computeIfAbsent(service.name() + "|" + region, key -> (SdkClient) build(service, region));
    }

    /** @throws IllegalArgumentException for a region that is no name, and that would lead a call to somebody else's server */
    private <C> C build(AwsService<C> service, String region) {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("not sent, since " + region + " is no region");
        }
        AwsClientBuilder<?, C> builder = service.builder().get();
        endpoint.ifPresent(given -> builder.endpointOverride(given.of(service, region)));
        ((SdkSyncClientBuilder<?, ?>) builder).httpClient(http);
        builder.region(Region.of(region));
        builder.credentialsProvider(new CallersCredentials());
        // The gateway retries, so that every attempt is limited, bounded and counted.
        builder.overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry())
                .scheduledExecutorService(timers)
                .apiCallTimeout(longest)
                .addExecutionInterceptor(new DeclaredOnly(service.name()))
                .addExecutionInterceptor(new AnswerCheck()));
        return builder.build();
    }

    /** The credentials of the account on whose behalf this thread sends. */
    private final class CallersCredentials implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            Sending call = sending.get();
            if (call == null) {
                throw new IllegalStateException("no declared call is being sent");
            }
            try {
                AwsCredentials resolved = call.credentials.resolveCredentials();
                // Here they all pass, wherever they come from: keys, profiles, programs, roles.
                Secrets.know(resolved.secretAccessKey());
                if (resolved instanceof AwsSessionCredentials session) {
                    Secrets.know(session.sessionToken());
                }
                return resolved;
            } catch (RuntimeException e) {
                throw new NoCredentials(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Stops every operation but the declared one, and that one from the second time on, before it is sent. */
    private final class DeclaredOnly implements ExecutionInterceptor {
        private final String service;

        DeclaredOnly(String service) {
            this.service = service;
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            Sending call = sending.get();
            String operation = service + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            if (call == null || !call.operation.call().equals(operation)) {
                throw new IllegalStateException("the operation " + operation + " is not the declared one"
                        + (call == null ? "" : ", " + call.operation.call()));
            }
            if (call.sent) {
                throw new IllegalStateException("the operation " + operation + " was declared as one call");
            }
            call.sent = true;
            attributes.putAttribute(AnswerCheck.PROOF, call.operation.proof());
        }
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
        timers.shutdownNow();
    }
}
