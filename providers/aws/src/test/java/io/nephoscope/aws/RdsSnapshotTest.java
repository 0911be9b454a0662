package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.aws.sdk.AwsStub;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which snapshots RDS names: without a type those that it or somebody made, and those of AWS Backup only where they are asked for. */
class RdsSnapshotTest {
    private static final AssetType SNAPSHOT = Declared.type("aws.rds.db_snapshot");

    private static String answer(String form) {
        String snapshot = form.contains("SnapshotType=awsbackup")
                ? snapshot("awsbackup:job-1", "awsbackup")
                : snapshot("rds:orders-1", "automated") + snapshot("orders-1", "manual");
        return "<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots>" + snapshot
                + "</DBSnapshots></DescribeDBSnapshotsResult></DescribeDBSnapshotsResponse>";
    }

    private static String snapshot(String id, String type) {
        return "<DBSnapshot><DBSnapshotIdentifier>" + id + "</DBSnapshotIdentifier><SnapshotType>" + type
                + "</SnapshotType><Status>available</Status><Encrypted>true</Encrypted></DBSnapshot>";
    }

    @Test
    void snapshotsOfAwsBackupAreListedToo() throws IOException {
        List<String> seen = new ArrayList<>();
        try (AwsStub rds = new AwsStub(request -> AwsStub.answer(
                request,
                200,
                "text/xml",
                answer(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))))) {
            Outcome<Integer> all = SNAPSHOT.listing()
                    .walk()
                    .list(rds.site(), snapshot -> seen.add(snapshot.text("DBSnapshotIdentifier")));

            assertThat(all).isEqualTo(Outcome.value(3));
            assertThat(seen).containsExactly("rds:orders-1", "orders-1", "awsbackup:job-1");
        }
    }
}
