package io.nephoscope.aws;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/**
 * S3 puts the bucket's name before the host's name, which only AWS's own servers are sure to answer to: elsewhere, in a private
 * installation or behind a VPC endpoint, it stands in the path.
 */
final class PathStyleEndpoint implements S3EndpointProvider {
    private final S3EndpointProvider named = S3EndpointProvider.defaultProvider();

    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams asked) {
        return named.resolveEndpoint(
                asked.endpoint() == null
                        ? asked
                        : asked.toBuilder().forcePathStyle(true).build());
    }
}
