package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.jdcloud.api.JdAccount;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import io.nephoscope.jdcloud.api.S3Client;
import java.io.IOException;
import java.util.List;

/**
 * Buckets of the object storage ({@code oss:listBuckets}), with what the S3 protocol tells of them. Versions, access logs and blocks of
 * public access are no part of the protocol as JD Cloud speaks it.
 */
final class OssBucket {
    private static final String NAME = "jdcloud.oss.bucket";
    private static final String ACL = "Acl";
    private static final String POLICY = "Policy";
    private static final String VERSIONING = "Versioning";
    private static final String LOGGING = "LoggingEnabled";
    private static final Schema.Struct GRANT = struct(
            NAME + ".grant",
            "Grantee",
            struct(NAME + ".grantee", "Type", STRING, "ID", STRING, "DisplayName", STRING, "URI", STRING),
            "Permission",
            STRING);

    static final AssetType TYPE = AssetType.named(NAME, "Bucket", Kinds.BUCKET)
            .list(JdListing.of(Calls.BUCKETS, struct(NAME, "name", STRING, "creationDate", TIMESTAMP), "name"))
            .nativeId("name")
            .tagsUntold(JdItems.NO_TAGS)
            .detail(through(ACL, Calls.BUCKET_ACL, struct(NAME + ".acl", "Grants", listOf(GRANT)), S3Client::acl))
            .detail(through(POLICY, Calls.BUCKET_POLICY, DYN, S3Client::policy))
            .detail(through(
                    "ServerSideEncryptionConfiguration",
                    Calls.BUCKET_ENCRYPTION,
                    struct(
                            NAME + ".encryption",
                            "Rules",
                            listOf(struct(NAME + ".encryptionRule", "SSEAlgorithm", STRING))),
                    S3Client::encryption))
            .detail(Detail.withoutApi(
                    VERSIONING,
                    struct(NAME + ".versioning", "Status", STRING),
                    Text.of("bucket versioning", "存储桶的版本控制")))
            .detail(Detail.withoutApi(
                    LOGGING,
                    struct(NAME + ".logging", "TargetBucket", STRING),
                    Text.of("access logs of buckets", "存储桶的访问日志")))
            .facet("accessLogged", bucket -> isSet(bucket, LOGGING, "TargetBucket"), LOGGING)
            .facet(
                    "insecureTransportDenied",
                    bucket -> BucketPolicy.deniesInsecureTransport(bucket.get(POLICY), name(bucket))
                            .toField(),
                    "name",
                    POLICY)
            .facet("public", bucket -> access(bucket).isPublic(), "name", ACL, POLICY)
            .facet("publicBy", bucket -> access(bucket).ways(), "name", ACL, POLICY)
            .door("access control list", ACL)
            .door("bucket policy", POLICY)
            .facet("versioned", OssBucket::versioned, VERSIONING)
            .build();

    private OssBucket() {}

    /** One question of the S3 protocol. */
    @FunctionalInterface
    private interface Ask {
        Object of(S3Client storage, Proof proof, String region, String bucket) throws IOException, InterruptedException;
    }

    private static Detail through(String attribute, Operation operation, Schema schema, Ask ask) {
        return new Detail(
                attribute,
                schema,
                List.of(operation.per(Per.ASSET)),
                (site, bucket) -> site.call(
                        operation,
                        () -> ask.of(
                                site.client(JdAccount.class).storage(),
                                operation.proof(),
                                site.scope().region(),
                                bucket.text("name"))));
    }

    private static PublicAccess access(Attributes bucket) {
        return BucketPolicy.publicAccess(bucket.get(POLICY), name(bucket)).and(BucketPolicy.grants(bucket.get(ACL)));
    }

    private static String name(Attributes bucket) {
        return String.valueOf(bucket.get("name"));
    }

    private static Object isSet(Attributes bucket, String attribute, String field) {
        return Tri.ask(
                        bucket.get(attribute),
                        known -> Tri.of(
                                known instanceof Doc doc && !doc.text(field).isEmpty()))
                .toField();
    }

    private static Object versioned(Attributes bucket) {
        return Tri.ask(
                        bucket.get(VERSIONING),
                        known -> Tri.of(
                                known instanceof Doc doc && doc.text("Status").equals("Enabled")))
                .toField();
    }
}
