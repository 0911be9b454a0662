package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;

class PathStyleEndpointTest {
    private static final S3EndpointParams BUCKET = S3EndpointParams.builder()
            .bucket("ledger")
            .region(Region.EU_WEST_1)
            .useFips(false)
            .useDualStack(false)
            .build();

    private static URI of(S3EndpointParams asked) {
        return new PathStyleEndpoint().resolveEndpoint(asked).join().url();
    }

    @Test
    void aPrivateInstallationIsAskedForABucketByItsPath() {
        assertThat(of(BUCKET.toBuilder().endpoint("https://s3.cloud.example").build()))
                .isEqualTo(URI.create("https://s3.cloud.example/ledger"));
    }

    @Test
    void awsItselfIsAskedForABucketByItsName() {
        assertThat(of(BUCKET)).isEqualTo(URI.create("https://ledger.s3.eu-west-1.amazonaws.com"));
    }
}
