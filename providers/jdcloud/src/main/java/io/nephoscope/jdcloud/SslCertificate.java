package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Certificates of the SSL service ({@code ssl:describeCerts}). */
final class SslCertificate {
    private static final String NAME = "jdcloud.ssl.certificate";

    static final AssetType TYPE = AssetType.named(NAME, "SSL certificate", Kinds.CERTIFICATE)
            .oncePerAccount()
            .list(JdListing.of(
                    Calls.CERTIFICATES,
                    struct(
                            NAME,
                            "certId",
                            STRING,
                            "certName",
                            STRING,
                            "commonName",
                            STRING,
                            "certType",
                            STRING,
                            "certStatus",
                            INT,
                            "dnsNames",
                            listOf(STRING),
                            "digest",
                            STRING,
                            "startTime",
                            TIMESTAMP,
                            "endTime",
                            TIMESTAMP),
                    "certId"))
            .nativeId("certId")
            .name("certName")
            .tagsUntold(JdItems.NO_TAGS)
            .build();

    private SslCertificate() {}
}
