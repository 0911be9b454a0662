package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdsFacetsTest {
    private static final AssetType CLUSTER = Declared.type("aws.rds.db_cluster");
    private static final AssetType CLUSTER_SNAPSHOT = Declared.type("aws.rds.db_cluster_snapshot");
    private static final AssetType INSTANCE = Declared.type("aws.rds.db_instance");
    private static final AssetType SNAPSHOT = Declared.type("aws.rds.db_snapshot");
    private static final Unknown DENIED = Unknown.because(new Cause(
            "rds:DescribeDBClusters", Status.DENIED, "rds:DescribeDBClusters", Text.quoted("AccessDenied: no")));

    @Test
    void anInstanceByItselfHasItsOwnStorageAndBackups() {
        Doc facets = stored(
                INSTANCE,
                Doc.of(
                        "Engine",
                        "postgres",
                        "DBInstanceStatus",
                        "available",
                        "StorageEncrypted",
                        true,
                        "PubliclyAccessible",
                        false,
                        "BackupRetentionPeriod",
                        7L,
                        "DBClusters",
                        Absent.ABSENT));
        assertThat(facets).isEqualTo(Doc.of("encrypted", true, "public", false, "backupRetentionDays", 7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurora-mysql", "aurora-postgresql", "neptune", "docdb", "mysql"})
    void aMemberOfAClusterHasTheStorageAndTheBackupsOfTheCluster(String engine) {
        Doc cluster = Doc.of("Status", "available", "StorageEncrypted", true, "BackupRetentionPeriod", 14L);
        Doc facets = stored(INSTANCE, member(engine, DocList.of(cluster)));
        assertThat(facets).isEqualTo(Doc.of("encrypted", true, "public", true, "backupRetentionDays", 14L));
    }

    @Test
    void aMemberWhoseClusterWasNotReadIsUnknownInWhatTheClusterDecides() {
        Doc facets = stored(INSTANCE, member("aurora-mysql", DENIED));
        assertThat(facets).isEqualTo(Doc.of("encrypted", DENIED, "public", true, "backupRetentionDays", DENIED));
    }

    @Test
    void aReplicaHasNoBackupsOfItsOwnToJudge() {
        Doc replica = instance("available").with("ReadReplicaSourceDBInstanceIdentifier", "main");
        Doc ofCluster = instance("available").with("ReadReplicaSourceDBClusterIdentifier", "cluster");
        assertThat(facets(INSTANCE, replica).get("backupRetentionDays")).isEqualTo(Absent.ABSENT);
        assertThat(facets(INSTANCE, ofCluster).get("backupRetentionDays")).isEqualTo(Absent.ABSENT);
        assertThat(facets(INSTANCE, replica).get("encrypted")).isEqualTo(false);
    }

    @Test
    void whetherItIsAReplicaMayBeUnknown() {
        Doc unread = instance("available").with("ReadReplicaSourceDBInstanceIdentifier", DENIED);
        assertThat(facets(INSTANCE, unread).get("backupRetentionDays")).isEqualTo(DENIED);
    }

    @Test
    void anInstanceThatIsBeingDeletedIsNoQuestion() {
        assertThat(stored(INSTANCE, instance("deleting")))
                .isEqualTo(Doc.of(
                        "encrypted", Absent.ABSENT, "public", Absent.ABSENT, "backupRetentionDays", Absent.ABSENT));
    }

    @Test
    void anAnswerThatDoesNotSayIsUnknown() {
        Doc facets = facets(INSTANCE, Doc.of("DBInstanceStatus", "available"));
        assertThat(facets.get("encrypted")).isInstanceOf(Unknown.class);
        assertThat(facets.get("public")).isInstanceOf(Unknown.class);
        assertThat(facets.get("backupRetentionDays")).isInstanceOf(Unknown.class);
    }

    @Test
    void aSnapshotIsPublicWhereEverybodyMayRestoreIt() {
        assertThat(isPublic("manual", DocList.of(attribute("restore", "210987654321", "all"))))
                .isEqualTo(true);
        assertThat(isPublic("manual", DocList.of(attribute("restore", "210987654321"))))
                .isEqualTo(false);
        assertThat(isPublic("manual", DocList.of(attribute("other", "all"), attribute("restore"))))
                .isEqualTo(false);
        assertThat(isPublic("manual", DENIED)).isEqualTo(DENIED);
    }

    @Test
    void anAnswerThatDoesNotSayWhoMayRestoreIsUnknown() {
        assertThat(isPublic("manual", DocList.of(attribute("other", "all")))).isInstanceOf(Unknown.class);
        assertThat(isPublic("manual", DocList.empty())).isInstanceOf(Unknown.class);
        assertThat(isPublic("manual", Absent.ABSENT)).isInstanceOf(Unknown.class);
    }

    @Test
    void anAutomatedSnapshotIsNeverPublicWhateverWasNotRead() {
        assertThat(isPublic("automated", DENIED)).isEqualTo(false);
        assertThat(isPublic("automated", Absent.ABSENT)).isEqualTo(false);
        assertThat(isPublic(DENIED, DocList.of(attribute("restore")))).isEqualTo(false);
        assertThat(isPublic(DENIED, DocList.of(attribute("restore", "all")))).isEqualTo(DENIED);
    }

    @Test
    void aSnapshotThatIsBeingDeletedIsNoQuestion() {
        Doc snapshot = Doc.of("Status", "deleting", "SnapshotType", "manual", "Encrypted", false);
        assertThat(facets(SNAPSHOT, snapshot))
                .isEqualTo(Doc.of("public", Absent.ABSENT, "encrypted", Absent.ABSENT, "taken", Absent.ABSENT));
        assertThat(facets(CLUSTER_SNAPSHOT, snapshot.with("StorageEncrypted", false)))
                .isEqualTo(Doc.of("public", Absent.ABSENT, "encrypted", Absent.ABSENT, "taken", Absent.ABSENT));
    }

    @Test
    void aClusterSnapshotIsPublicWhereEverybodyMayRestoreIt() {
        assertThat(facets(
                        CLUSTER_SNAPSHOT,
                        Doc.of(
                                "Status",
                                "available",
                                "SnapshotType",
                                "manual",
                                "StorageEncrypted",
                                false,
                                "SnapshotCreateTime",
                                "2026-02-01T03:00:00Z",
                                "DBClusterSnapshotAttributes",
                                DocList.of(attribute("restore", "all")))))
                .isEqualTo(Doc.of("public", true, "encrypted", false, "taken", "2026-02-01T03:00:00Z"));
    }

    @Test
    void aClusterHasStorageAndBackupsWhetherOrNotItHasMembers() {
        assertThat(stored(CLUSTER, cluster("aurora-postgresql")))
                .isEqualTo(Doc.of("encrypted", false, "public", Absent.ABSENT, "backupRetentionDays", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurora", "aurora-mysql", "aurora-postgresql", "neptune", "docdb"})
    void clustersWhoseMembersHaveTheAddressesAreNoQuestion(String engine) {
        assertThat(facets(CLUSTER, cluster(engine)).get("public")).isEqualTo(Absent.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "postgres", "of the next year"})
    void everyOtherClusterSaysWhetherItHasAnAddress(String engine) {
        Doc cluster = cluster(engine);
        assertThat(facets(CLUSTER, cluster.with("PubliclyAccessible", true)).get("public"))
                .isEqualTo(true);
        assertThat(facets(CLUSTER, cluster.with("PubliclyAccessible", false)).get("public"))
                .isEqualTo(false);
        assertThat(facets(CLUSTER, cluster).get("public")).isInstanceOf(Unknown.class);
    }

    @Test
    void aClusterThatReplicatesAnotherHasNoBackupsOfItsOwnToJudgeAndNorHaveItsMembers() {
        Doc replica = cluster("aurora-mysql").with("ReplicationSourceIdentifier", "arn:aws:rds:eu-west-1:1:cluster:a");
        assertThat(facets(CLUSTER, replica).get("backupRetentionDays")).isEqualTo(Absent.ABSENT);
        assertThat(facets(INSTANCE, member("aurora-mysql", DocList.of(replica))).get("backupRetentionDays"))
                .isEqualTo(Absent.ABSENT);
    }

    @Test
    void aClusterThatIsBeingDeletedIsNoQuestion() {
        assertThat(stored(CLUSTER, cluster("mysql").with("Status", "deleting")))
                .isEqualTo(Doc.of(
                        "encrypted", Absent.ABSENT, "public", Absent.ABSENT, "backupRetentionDays", Absent.ABSENT));
    }

    /** API reference of RDS, DBInstance and DBCluster: an instance may have no endpoint while it is made. */
    @Test
    void aDatabaseAnswersAtItsEndpoints() {
        Doc made = instance("available").with("Endpoint", Doc.of("Address", "orders.c1.rds.amazonaws.com"));
        assertThat(INSTANCE.facetsOf(made).get("domains")).isEqualTo(DocList.of("orders.c1.rds.amazonaws.com"));
        assertThat(INSTANCE.facetsOf(instance("creating")).get("domains")).isInstanceOf(Unknown.class);
        Doc cluster = cluster("aurora-mysql")
                .with("Endpoint", "main.cluster-1.rds.amazonaws.com")
                .with("ReaderEndpoint", "main.cluster-ro-1.rds.amazonaws.com")
                .with("CustomEndpoints", DocList.of("batch.cluster-custom-1.rds.amazonaws.com"));
        assertThat(CLUSTER.facetsOf(cluster).get("domains"))
                .isEqualTo(DocList.of(
                        "main.cluster-1.rds.amazonaws.com",
                        "main.cluster-ro-1.rds.amazonaws.com",
                        "batch.cluster-custom-1.rds.amazonaws.com"));
    }

    /** What is said of the data of a database. */
    private static Doc stored(AssetType type, Doc attributes) {
        Doc facets = type.facetsOf(attributes);
        return Doc.of(
                "encrypted",
                facets.get("encrypted"),
                "public",
                facets.get("public"),
                "backupRetentionDays",
                facets.get("backupRetentionDays"));
    }

    private static Doc cluster(String engine) {
        return Doc.of("Status", "available", "Engine", engine, "StorageEncrypted", false, "BackupRetentionPeriod", 1L);
    }

    private static Doc instance(String status) {
        return Doc.of(
                "DBInstanceStatus",
                status,
                "StorageEncrypted",
                false,
                "PubliclyAccessible",
                true,
                "BackupRetentionPeriod",
                0L);
    }

    private static Doc member(String engine, Object clusters) {
        return instance("available")
                .with("Engine", engine)
                .with("DBClusterIdentifier", "cluster")
                .with("DBClusters", clusters);
    }

    /** RDS User Guide, Sharing public snapshots: only one that is not encrypted can be made public. */
    @Test
    void anEncryptedSnapshotIsNotPublicAndNeedNotBeAskedAbout() {
        Doc unread = Doc.of("Status", "available", "SnapshotType", "manual", "DBSnapshotAttributes", DENIED);
        assertThat(facets(SNAPSHOT, unread.with("Encrypted", true)).get("public"))
                .isEqualTo(false);
        assertThat(facets(SNAPSHOT, unread.with("Encrypted", false)).get("public"))
                .isEqualTo(DENIED);
        assertThat(reads(SNAPSHOT, "public", unread.with("Encrypted", true))).doesNotContain("DBSnapshotAttributes");
        assertThat(reads(
                        CLUSTER_SNAPSHOT,
                        "public",
                        Doc.of("Status", "available", "SnapshotType", "manual", "StorageEncrypted", true)))
                .doesNotContain("DBClusterSnapshotAttributes");
    }

    private static Object isPublic(Object type, Object attributes) {
        return facets(
                        SNAPSHOT,
                        Doc.of(
                                "Status",
                                "available",
                                "SnapshotType",
                                type,
                                "Encrypted",
                                false,
                                "DBSnapshotAttributes",
                                attributes))
                .get("public");
    }

    private static Doc attribute(String name, Object... values) {
        return Doc.of("AttributeName", name, "AttributeValues", DocList.of(values));
    }

    /** Without the owner, which comes of the tags. */
    private static Doc facets(AssetType type, Doc attributes) {
        Doc.Builder told = Doc.builder();
        type.facetsOf(attributes).forEach((facet, field) -> {
            if (!facet.equals("owner")) {
                told.put(facet, field);
            }
        });
        return told.build();
    }
}
