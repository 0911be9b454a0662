package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What servers that only speak like AWS, and what stands before them, write into answers, and what is made of it. */
class UnprovenAnswersIT {
    private static final String HERE = "us-east-1";

    private static Moto moto;
    private static FaultProxy proxy;

    @TempDir
    Path folder;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        new DatabaseWorld().seed(moto);
        moto.client(S3Client.builder(), HERE).createBucket(it -> it.bucket("lake"));
        moto.client(SqsClient.builder(), HERE).createQueue(it -> it.queueName("orders"));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        moto.close();
    }

    @BeforeEach
    void heal() {
        proxy.heal();
        System.setProperty("aws.region", HERE);
    }

    private static RuleSet rules(String... starts) {
        return Judged.RULES.select(Judged.RULES.rules().stream()
                .map(rule -> rule.id())
                .filter(id -> List.of(starts).stream().anyMatch(id::startsWith))
                .toList());
    }

    /** AWS leaves these out of what is no replica and in no cluster. */
    private static String withEmptyNames(String answer) {
        String more = "";
        for (String name : List.of(
                "ReadReplicaSourceDBInstanceIdentifier",
                "ReadReplicaSourceDBClusterIdentifier",
                "DBClusterIdentifier",
                "KmsKeyId")) {
            more += "<" + name + "></" + name + ">";
        }
        StringBuilder corrected = new StringBuilder();
        for (String part : answer.split("(?<=</DBInstance>)")) {
            String own = more;
            for (String name : List.of("ReadReplicaSourceDBInstanceIdentifier", "DBClusterIdentifier", "KmsKeyId")) {
                own = part.contains("<" + name + ">") ? own.replace("<" + name + "></" + name + ">", "") : own;
            }
            corrected.append(part.replace("</DBInstance>", own + "</DBInstance>"));
        }
        return corrected.toString();
    }

    @Test
    void emptyNamesChangeNoVerdictOnADatabase() throws Exception {
        RuleSet databases = rules("database-");
        Judged plain = Judged.scan(proxy.endpoint(), folder.resolve("plain"), databases, "eu-west-1");
        proxy.correct("rds:DescribeDBInstances", (key, answer) -> withEmptyNames(answer));
        Judged empty = Judged.scan(proxy.endpoint(), folder.resolve("empty"), databases, "eu-west-1");
        proxy.correct("rds:DescribeDBInstances", (key, answer) -> answer);

        assertThat(plain.isComplete()).isTrue();
        assertThat(plain.verdicts().get("database-encrypted")).hasSizeGreaterThan(4);
        assertThat(plain.verdicts().get("database-backed-up")).hasSizeGreaterThan(4);
        assertThat(empty.verdicts()).isEqualTo(plain.verdicts());
        assertThat(empty.isComplete()).isTrue();
    }

    private Judged buckets(String location) throws Exception {
        proxy.correct("s3:ListBuckets", (key, answer) -> answer.replaceAll("<BucketRegion>[^<]*</BucketRegion>", ""));
        proxy.answer("s3:GetBucketLocation", request -> location);
        return Judged.scan(proxy.endpoint(), folder.resolve("buckets"), rules("aws-s3-"), HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mars-north-1", "nowhere", "us-east-99"})
    void aBucketWhosePlaceIsNoRegionOfThePartitionIsNotElsewhere(String place) throws Exception {
        Judged judged = buckets("<LocationConstraint>" + place + "</LocationConstraint>");

        assertThat(judged.isComplete()).isFalse();
        assertThat(judged.units())
                .filteredOn(unit -> unit.type().equals("aws.s3.bucket"))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.isGap()).isTrue();
                    assertThat(unit.listing().message().en())
                            .isEqualTo("an item of the listing is in " + place + ", which is no region");
                });
        assertThat(judged.findings()).isNotEmpty();
    }

    @Test
    void aBucketInAnotherRegionIsElsewhere() throws Exception {
        Judged judged = buckets("<LocationConstraint>ap-southeast-2</LocationConstraint>");

        assertThat(judged.isComplete()).isTrue();
        assertThat(judged.units())
                .filteredOn(unit -> unit.type().equals("aws.s3.bucket"))
                .extracting(Unit::assets, Unit::skipped)
                .containsExactly(tuple(0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "s3:ListBuckets, aws.s3.bucket",
        "sqs:ListQueues, aws.sqs.queue",
        "rds:DescribeDBInstances, aws.rds.db_instance"
    })
    void whatComesInPlaceOfAListingIsAGapAndNotAnEmptyOne(String call, String type) throws Exception {
        for (Fault fault : List.of(Fault.HTML, Fault.PAGE_GZIP, Fault.ANOTHER)) {
            proxy.heal();
            proxy.fail(call, fault);
            Collected collected = Collected.from(proxy.endpoint(), List.of(HERE), type);

            assertThat(collected.assets()).isEmpty();
            assertThat(collected.units())
                    .singleElement()
                    .satisfies(unit ->
                            assertThat(unit.listing().outcome()).as("%s", fault).isEqualTo(Status.FAILED));
        }
    }

    @Test
    void aRegionWithoutQueuesIsEmptyThoughItsAnswerHoldsNothing() throws Exception {
        proxy.answer("sqs:ListQueues", request -> "{}");
        Collected collected = Collected.from(proxy.endpoint(), List.of(HERE), "aws.sqs.queue");

        assertThat(collected.units())
                .extracting(unit -> Map.entry(unit.listing().outcome(), unit.assets()))
                .containsExactly(Map.entry(Status.VALUE, 0));
    }
}
