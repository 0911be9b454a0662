package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

class BucketWireIT {
    @Test
    void aBucketIsListedOnceForTheAccountAndDetailedInItsOwnRegion() throws Exception {
        try (Moto moto = Moto.start()) {
            S3Client s3 = moto.client(S3Client.builder(), "us-east-1");
            s3.createBucket(it -> it.bucket("kept"));
            s3.putBucketVersioning(
                    it -> it.bucket("kept").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            S3Client eu = moto.client(S3Client.builder(), "eu-west-1");
            eu.createBucket(it -> it.bucket("loose").createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));

            Collected collected = Collected.from(moto, List.of("us-east-1", "eu-west-1"), "aws.s3.bucket");
            assertThat(collected.facets("kept").get("versioned")).isEqualTo(true);
            assertThat(collected.facets("loose").get("versioned")).isEqualTo(false);
            assertThat(collected.asset("loose").scope().region()).isEqualTo("eu-west-1");
        }
    }
}
