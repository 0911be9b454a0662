package io.nephoscope.cli.wire;

import static io.nephoscope.cli.wire.World.expect;
import static io.nephoscope.rules.Verdict.FAIL;
import static io.nephoscope.rules.Verdict.NOT_APPLICABLE;
import static io.nephoscope.rules.Verdict.PASS;

import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;

/** Databases by themselves and in clusters, clusters without members, replicas, and the snapshots of all. */
final class DatabaseWorld implements World {
    private static final String REGION = "eu-west-1";
    private static final String GOOD = "database-good";
    private static final String BAD = "database-bad";
    private static final String GOOD_MEMBER = "database-good-member";
    private static final String BAD_MEMBER = "database-bad-member";
    private static final String REPLICA = "database-replica";
    private static final String GOOD_CLUSTER = "database-good-cluster";
    private static final String BAD_CLUSTER = "database-bad-cluster";
    /** Without a member, as a cluster is whose last one was deleted to save money. */
    private static final String LONELY = "database-lonely-cluster";

    private static final String MULTI_AZ = "database-multi-az";
    private static final String OPEN_MULTI_AZ = "database-open-multi-az";

    @Override
    public void seed(Moto moto) {
        RdsClient rds = moto.client(RdsClient.builder(), REGION);
        database(rds, GOOD, true);
        database(rds, BAD, false);
        member(rds, GOOD_CLUSTER, GOOD_MEMBER, true);
        member(rds, BAD_CLUSTER, BAD_MEMBER, false);
        cluster(rds, LONELY, "neptune", false);
        cluster(rds, MULTI_AZ, "postgres", true);
        cluster(rds, OPEN_MULTI_AZ, "mysql", false);
        rds.createDBInstanceReadReplica(it -> it.dbInstanceIdentifier(REPLICA).sourceDBInstanceIdentifier(GOOD));
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier(GOOD).dbSnapshotIdentifier("database-own"));
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier(BAD).dbSnapshotIdentifier("database-shared"));
        clusterSnapshot(rds, GOOD_CLUSTER, "database-cluster-own");
        clusterSnapshot(rds, LONELY, "database-cluster-shared");
        rds.modifyDBClusterSnapshotAttribute(it -> it.dbClusterSnapshotIdentifier("database-cluster-shared")
                .attributeName("restore")
                .valuesToAdd("all"));
        rds.modifyDBSnapshotAttribute(it -> it.dbSnapshotIdentifier("database-shared")
                .attributeName("restore")
                .valuesToAdd("all"));
    }

    private static void database(RdsClient rds, String name, boolean good) {
        rds.createDBInstance(it -> it.dbInstanceIdentifier(name)
                .engine("postgres")
                .dbInstanceClass("db.m5.large")
                .allocatedStorage(20)
                .masterUsername("admin1")
                .masterUserPassword(CANARY)
                .storageEncrypted(good)
                .publiclyAccessible(!good)
                .backupRetentionPeriod(good ? 7 : 6));
    }

    private static void member(RdsClient rds, String cluster, String name, boolean good) {
        cluster(rds, cluster, "aurora-postgresql", good);
        rds.createDBInstance(it -> it.dbInstanceIdentifier(name)
                .engine("aurora-postgresql")
                .dbInstanceClass("db.r5.large")
                .dbClusterIdentifier(cluster)
                .publiclyAccessible(!good));
    }

    private static void cluster(RdsClient rds, String name, String engine, boolean good) {
        rds.createDBCluster(it -> it.dbClusterIdentifier(name)
                .engine(engine)
                .dbClusterInstanceClass("db.m6gd.large")
                .allocatedStorage(100)
                .storageType("io1")
                .iops(1_000)
                .masterUsername("admin1")
                .masterUserPassword(CANARY)
                .storageEncrypted(good)
                .publiclyAccessible(!good)
                .backupRetentionPeriod(good ? 14 : 1));
    }

    private static void clusterSnapshot(RdsClient rds, String cluster, String name) {
        rds.createDBClusterSnapshot(it -> it.dbClusterIdentifier(cluster).dbClusterSnapshotIdentifier(name));
    }

    @Override
    public List<Expected> expected() {
        return List.of(
                expect("database-encrypted", GOOD, PASS),
                expect("database-encrypted", BAD, FAIL),
                expect("database-encrypted", GOOD_MEMBER, PASS),
                expect("database-encrypted", BAD_MEMBER, FAIL),
                expect("database-not-public", GOOD, PASS),
                expect("database-not-public", BAD, FAIL),
                expect("database-not-public", GOOD_MEMBER, PASS),
                expect("database-not-public", BAD_MEMBER, FAIL),
                expect("database-backed-up", GOOD, PASS),
                expect("database-backed-up", BAD, FAIL),
                expect("database-backed-up", GOOD_MEMBER, PASS),
                expect("database-backed-up", BAD_MEMBER, FAIL),
                expect("database-backed-up", REPLICA, NOT_APPLICABLE),
                expect("database-encrypted", GOOD_CLUSTER, PASS),
                expect("database-encrypted", BAD_CLUSTER, FAIL),
                expect("database-encrypted", LONELY, FAIL),
                expect("database-backed-up", GOOD_CLUSTER, PASS),
                expect("database-backed-up", LONELY, FAIL),
                expect("database-not-public", GOOD_CLUSTER, NOT_APPLICABLE),
                expect("database-not-public", LONELY, NOT_APPLICABLE),
                expect("database-not-public", MULTI_AZ, PASS),
                expect("database-not-public", OPEN_MULTI_AZ, FAIL),
                expect("database-snapshot-not-public", "database-cluster-own", PASS),
                expect("database-snapshot-not-public", "database-cluster-shared", FAIL),
                expect("database-snapshot-not-public", "database-own", PASS),
                expect("database-snapshot-not-public", "database-shared", FAIL));
    }
}
