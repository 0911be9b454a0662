package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsClients;
import io.nephoscope.aws.sdk.AwsEndpoint;
import io.nephoscope.aws.sdk.AwsFailures;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * Makes the calls of every type once, to a server in this process that answers with nothing, and one through the transport, to a port
 * where nobody listens: what comes of them is of no interest.
 */
final class WarmUp {
    private static final String REGION = "us-east-1";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final AwsEndpoint NOWHERE = new AwsEndpoint("http://127.0.0.1:1");

    private WarmUp() {}

    static void run(List<AssetType> types) {
        Limits limits = new Limits(DEADLINE, 1, 1, Duration.ZERO, Duration.ZERO, Double.MAX_VALUE);
        try (Gateway gateway = new Gateway(limits, Pace.REAL);
                AwsClients answered = new AwsClients(Optional.of(NOWHERE), new Empty(), DEADLINE);
                AwsClients refused = new AwsClients(Optional.of(NOWHERE), Apache5HttpClient.create(), DEADLINE)) {
            Site site = site(answered, gateway);
            types.forEach(type -> ask(type, site));
            CallerIdentity.GET.at(site(refused, gateway), "");
        }
    }

    private static Site site(AwsClients clients, Gateway gateway) {
        AwsAccount account = new AwsAccount(
                clients,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")),
                REGION,
                "aws",
                List.of(REGION));
        return Site.of("aws", new Scope("", "1", REGION), account, new AwsFailures(), gateway);
    }

    private static void ask(AssetType type, Site site) {
        type.listing().walk().list(site, asset -> {});
        Doc.Builder asset = Doc.builder();
        type.listing().schema().fields().forEach((name, schema) -> {
            if (schema == Scalar.STRING) {
                asset.put(name, "none");
            }
        });
        for (Detail detail : type.details()) {
            detail.fetch().fetch(site, asset.build());
        }
    }

    private static final class Empty implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            boolean isJson = request.httpRequest()
                    .firstMatchingHeader("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            byte[] body = (isJson ? "{}" : "<Nothing/>").getBytes(StandardCharsets.UTF_8);
            HttpExecuteResponse answer = HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder().statusCode(200).build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                    .build();
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return answer;
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
