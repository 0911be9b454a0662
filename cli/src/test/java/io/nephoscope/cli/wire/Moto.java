package io.nephoscope.cli.wire;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A real moto_server process on a free port of this machine. */
public final class Moto implements AutoCloseable {
    /** The account of plain credentials. */
    public static final String FIRST_ACCOUNT = "123456789012";
    /** The account of the role. */
    public static final String SECOND_ACCOUNT = "210987654321";

    public static final String AUDIT_ROLE = "arn:aws:iam::" + SECOND_ACCOUNT + ":role/Audit";

    private final Process process;
    private final URI endpoint;

    private Moto(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts the emulator; where it is not installed the test is skipped by name, and on CI it fails. */
    public static Moto start(String... environment) {
        try {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port));
            builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
            builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
            for (int i = 0; i < environment.length; i += 2) {
                builder.environment().put(environment[i], environment[i + 1]);
            }
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitPort(process, port);
            System.setProperty("aws.accessKeyId", "test");
            System.setProperty("aws.secretAccessKey", "test");
            return new Moto(process, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            if ("1".equals(System.getenv("NEPHOSCOPE_CI"))) {
                throw new AssertionError("moto_server is not installed: pip install 'moto[server]'", e);
            }
            return abort("moto_server is not installed: pip install 'moto[server]'");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(Process process, int port) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IOException("moto_server did not answer on port " + port);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Forgets everything that was made. */
    public void reset() throws IOException, InterruptedException {
        HttpRequest reset = HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = HttpClient.newHttpClient()
                .send(reset, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IOException("moto_server does not forget, and answers " + status);
        }
    }

    /** A client for seeding the world of the first account. */
    public <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(B builder, String region) {
        return client(builder, region, AwsBasicCredentials.create("test", "test"));
    }

    /** A client for seeding the world of the second account, which is reached through {@link #AUDIT_ROLE}. */
    public <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C secondClient(B builder, String region) {
        Credentials role = client(StsClient.builder(), "us-east-1")
                .assumeRole(it -> it.roleArn(AUDIT_ROLE).roleSessionName("seed"))
                .credentials();
        return client(
                builder,
                region,
                AwsSessionCredentials.create(role.accessKeyId(), role.secretAccessKey(), role.sessionToken()));
    }

    private <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(
            B builder, String region, AwsCredentials credentials) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
