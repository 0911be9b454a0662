package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
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

    @Test
    void oneDeniedBucketCostsOneField() throws Exception {
        try (Moto moto = Moto.start();
                FaultProxy proxy = FaultProxy.before(moto)) {
            S3Client s3 = moto.client(S3Client.builder(), "us-east-1");
            s3.createBucket(it -> it.bucket("open"));
            s3.createBucket(it -> it.bucket("shut"));
            proxy.fail(
                    request -> request.call().equals("s3:GetBucketVersioning") && request.mentions("shut"),
                    Fault.DENIED);

            Collected collected = Collected.from(proxy.endpoint(), List.of("us-east-1"), "aws.s3.bucket");
            assertThat(collected.facets("open").get("versioned")).isEqualTo(false);
            assertThat(collected.facets("shut").get("versioned"))
                    .isEqualTo(Unknown.because(new Cause(
                            "s3:GetBucketVersioning",
                            Status.DENIED,
                            "s3:GetBucketVersioning",
                            Text.quoted("AccessDenied: fault at s3:GetBucketVersioning"))));
        }
    }
}
