package io.nephoscope.http.s3;

/** What a site's client must be for declarations that ask an object storage: one that leads to such a client. */
public interface S3Reach {
    S3Client storage();
}
