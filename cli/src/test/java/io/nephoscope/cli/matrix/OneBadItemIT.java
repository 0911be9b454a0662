package io.nephoscope.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Answers;
import io.nephoscope.cli.wire.AwsRequest;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.FaultProxy;
import io.nephoscope.cli.wire.Moto;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One bad item costs one item: of fifty keys, fifty queues and fifty buckets, one each is broken. */
class OneBadItemIT {
    private static final int ITEMS = 50;
    private static final String REGION = "us-east-1";
    private static final String BAD = "item-17-bad";
    private static final List<String> TYPES = List.of("aws.kms.key", "aws.s3.bucket", "aws.sqs.queue");

    private static Moto moto;
    private static FaultProxy proxy;
    private static Bench bench;
    private static String badKey = "";
    private static RuleSet rules;
    private static Seen healthy;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        System.setProperty("aws.region", REGION);
        SqsClient sqs = moto.client(SqsClient.builder(), REGION);
        S3Client s3 = moto.client(S3Client.builder(), REGION);
        KmsClient kms = moto.client(KmsClient.builder(), REGION);
        for (int i = 0; i < ITEMS; i++) {
            String name = i == 17 ? BAD : "item-" + i;
            sqs.createQueue(it -> it.queueName(name));
            s3.createBucket(it -> it.bucket(name));
            String key = kms.createKey(it -> it.description(name)).keyMetadata().keyId();
            badKey = i == 17 ? key : badKey;
        }
        Answers answers = new Answers();
        proxy = FaultProxy.before(moto)
                .correct(
                        "ec2:DescribeRegions",
                        (key, answer) -> "<DescribeRegionsResponse><regionInfo><item><regionName>" + REGION
                                + "</regionName></item></regionInfo></DescribeRegionsResponse>")
                .remembering(answers);
        bench = new Bench(new AwsCloud(proxy), Bench.limits(Duration.ofSeconds(2), 1, 3));
        rules = Bench.RULES.select(Bench.RULES.rules().stream()
                .filter(rule -> TYPES.stream()
                        .anyMatch(type -> rule.appliesTo(Bench.TYPES.named(type).orElseThrow())))
                .map(Rule::id)
                .toList());
        scan();
        answers.keep();
        healthy = scan();
    }

    @AfterAll
    static void stop() {
        bench.close();
        moto.close();
    }

    private static Seen scan() throws Exception {
        return bench.scan(
                rules, List.of(AwsCloud.account("One", proxy.endpoint().toString())));
    }

    private static boolean isAboutTheBadOnes(AwsRequest request) {
        return request.mentions(BAD) || request.mentions(badKey);
    }

    private static boolean isBad(Finding finding) {
        return finding.asset().nativeId().equals(BAD)
                || finding.asset().nativeId().equals(badKey);
    }

    @ParameterizedTest
    @EnumSource
    void fortyNineOfFiftyAreJudgedAsEver(Fault fault) throws Exception {
        proxy.heal();
        proxy.fail(OneBadItemIT::isAboutTheBadOnes, fault);
        Seen now = scan();

        assertThat(healthy.isComplete()).isTrue();
        assertThat(now.isComplete()).isFalse();
        assertThat(now.findings()).hasSameSizeAs(healthy.findings());
        Set<String> broken = new TreeSet<>();
        now.findings().forEach((key, finding) -> {
            if (!isBad(finding)) {
                assertThat(finding).isEqualTo(healthy.findings().get(key));
            } else if (finding.verdict() == Verdict.UNKNOWN) {
                broken.add(finding.asset().type());
            } else {
                assertThat(finding.verdict())
                        .isEqualTo(healthy.findings().get(key).verdict());
            }
        });
        assertThat(broken).containsExactlyElementsOf(TYPES);
        Set<String> units = now.units().stream()
                .filter(unit -> TYPES.contains(unit.type()))
                .map(unit -> unit.type() + " " + unit.listing().outcome() + " " + unit.assets())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(units)
                .containsExactlyElementsOf(TYPES.stream()
                        .map(type -> type + " " + Status.VALUE + " " + ITEMS)
                        .toList());
    }
}
