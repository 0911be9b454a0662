package io.nephoscope.cli.wire;

import static io.nephoscope.cli.wire.World.expect;
import static io.nephoscope.rules.Verdict.FAIL;
import static io.nephoscope.rules.Verdict.NOT_APPLICABLE;
import static io.nephoscope.rules.Verdict.PASS;

import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;

/** Databases by themselves and in clusters, their replicas and their snapshots. */
final class DatabaseWorld implements World {
    private static final String REGION = "eu-west-1";
    private static final String GOOD = "database-good";
    private static final String BAD = "database-bad";
    private static final String GOOD_MEMBER = "database-good-member";
    private static final String BAD_MEMBER = "database-bad-member";
    private static final String REPLICA = "database-replica";

    @Override
    public void seed(Moto moto) {
        RdsClient rds = moto.client(RdsClient.builder(), REGION);
        database(rds, GOOD, true);
        database(rds, BAD, false);
        member(rds, "database-good-cluster", GOOD_MEMBER, true);
        member(rds, "database-bad-cluster", BAD_MEMBER, false);
        rds.createDBInstanceReadReplica(it -> it.dbInstanceIdentifier(REPLICA).sourceDBInstanceIdentifier(GOOD));
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier(GOOD).dbSnapshotIdentifier("database-own"));
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier(BAD).dbSnapshotIdentifier("database-shared"));
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
        rds.createDBCluster(it -> it.dbClusterIdentifier(cluster)
                .engine("aurora-postgresql")
                .masterUsername("admin1")
                .masterUserPassword(CANARY)
                .storageEncrypted(good)
                .backupRetentionPeriod(good ? 14 : 1));
        rds.createDBInstance(it -> it.dbInstanceIdentifier(name)
                .engine("aurora-postgresql")
                .dbInstanceClass("db.r5.large")
                .dbClusterIdentifier(cluster)
                .publiclyAccessible(!good));
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
                expect("database-snapshot-not-public", "database-own", PASS),
                expect("database-snapshot-not-public", "database-shared", FAIL));
    }
}
