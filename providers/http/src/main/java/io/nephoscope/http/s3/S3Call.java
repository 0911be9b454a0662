package io.nephoscope.http.s3;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.types.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A question about one bucket.
 *
 * @param operation by the name that the protocol has for it
 * @param schema what its answer holds
 */
record S3Call(Operation operation, Schema schema, Ask ask) implements Call {
    /** The parameter that names the bucket. */
    static final String BUCKET = "bucket";

    /** How it is asked. */
    @FunctionalInterface
    interface Ask {
        Object of(S3Client storage, Proof proof, String region, String bucket) throws IOException, InterruptedException;
    }

    /** @param service of the cloud, which names it in permissions too */
    static List<S3Call> of(String service) {
        return List.of(
                new S3Call(
                        operation(service, "GetBucketAcl")
                                .proven(Proof.holding("Owner", "AccessControlList")
                                        .in("AccessControlPolicy")),
                        struct(
                                "acl",
                                "Grants",
                                listOf(struct(
                                        "grant",
                                        "Grantee",
                                        struct(
                                                "grantee",
                                                "Type",
                                                STRING,
                                                "ID",
                                                STRING,
                                                "DisplayName",
                                                STRING,
                                                "URI",
                                                STRING),
                                        "Permission",
                                        STRING))),
                        S3Client::acl),
                new S3Call(
                        operation(service, "GetBucketPolicy")
                                .absentOn("NoSuchBucketPolicy")
                                .proven(Proof.holding("Statement")),
                        DYN,
                        S3Client::policy),
                new S3Call(
                        operation(service, "GetBucketEncryption")
                                .absentOn("ServerSideEncryptionConfigurationNotFoundError")
                                .proven(Proof.holding("Rule").in("ServerSideEncryptionConfiguration")),
                        struct("encryption", "Rules", listOf(struct("encryptionRule", "SSEAlgorithm", STRING))),
                        S3Client::encryption));
    }

    private static Operation operation(String service, String name) {
        return Operation.of(service, name, service + ":" + name);
    }

    @Override
    public boolean isRegional() {
        return true;
    }

    @Override
    public boolean isList() {
        return false;
    }

    @Override
    public Outcome<Object> answer(Site site, Map<String, Object> by) {
        S3Client storage = site.client(S3Reach.class).storage();
        String bucket = String.valueOf(by.get(BUCKET));
        return site.call(
                operation, () -> ask.of(storage, operation.proof(), site.scope().region(), bucket));
    }

    @Override
    public Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each) {
        throw new IllegalStateException(operation.call() + " lists nothing");
    }
}
