package io.nephoscope.aws;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.endpoints.EndpointUrl;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointParams;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointProvider;

/**
 * S3 Control puts the account's id before the host's name, which no host can have whose name is an address: a private installation
 * or an emulator that is reached by its address is asked without it. The id goes along in a header anyway.
 */
final class PlainAddressEndpoint implements S3ControlEndpointProvider {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");
    private final S3ControlEndpointProvider named = S3ControlEndpointProvider.defaultProvider();

    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3ControlEndpointParams asked) {
        if (asked.endpoint() == null
                || !ADDRESS.matcher(URI.create(asked.endpoint()).getHost()).matches()) {
            return named.resolveEndpoint(asked);
        }
        return CompletableFuture.completedFuture(Endpoint.builder()
                .endpointUrl(EndpointUrl.fromString(asked.endpoint()))
                .build());
    }
}
