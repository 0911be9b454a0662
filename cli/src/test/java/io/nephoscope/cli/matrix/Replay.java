package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Answers;
import io.nephoscope.cli.wire.AwsRequest;
import io.nephoscope.cli.wire.FaultProxy;
import io.nephoscope.cli.wire.Worlds;
import io.nephoscope.inventory.gateway.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answers of the seeded worlds, learnt once for all the tests of a JVM, and what a scan of them sees when nothing fails. */
final class Replay {
    private static Optional<Replay> learnt = Optional.empty();

    private final Worlds worlds = Worlds.seeded();
    private final Answers answers = new Answers();
    private final Seen healthy;
    private final Map<String, String> protocols;

    private Replay() throws Exception {
        System.setProperty("aws.region", Worlds.REGIONS.get(0));
        AwsCloud cloud = new AwsCloud(proxy());
        try (Bench bench = new Bench(cloud, Bench.limits(Duration.ofSeconds(30), 3, 3))) {
            // What the emulator prepares it answers for good the second time.
            bench.scan();
            bench.scan();
            answers.keep();
            healthy = bench.scan();
            protocols = cloud.proxy().requests().stream()
                    .collect(Collectors.toMap(AwsRequest::call, AwsRequest::speech, (one, same) -> one));
        }
    }

    static synchronized Replay learnt() throws Exception {
        if (learnt.isEmpty()) {
            learnt = Optional.of(new Replay());
        }
        return learnt.get();
    }

    Seen healthy() {
        return healthy;
    }

    /** How each call speaks. */
    Map<String, String> protocols() {
        return protocols;
    }

    /** A bench before these answers. */
    Bench bench(Limits limits) throws IOException {
        return new Bench(new AwsCloud(proxy()), limits);
    }

    /** The accounts may use the regions of the worlds only; and keys that were handed out stay good. */
    FaultProxy proxy() throws IOException {
        String regions = Worlds.REGIONS.stream()
                .map(region -> "<item><regionName>" + region
                        + "</regionName><optInStatus>opt-in-not-required</optInStatus></item>")
                .collect(Collectors.joining());
        return worlds.proxy()
                .correct(
                        "ec2:DescribeRegions",
                        (key, answer) -> "<DescribeRegionsResponse><regionInfo>" + regions
                                + "</regionInfo></DescribeRegionsResponse>")
                .correct(
                        "sts:AssumeRole",
                        (key, answer) -> answer.replaceAll(
                                "<Expiration>[^<]*</Expiration>", "<Expiration>2099-01-01T00:00:00Z</Expiration>"))
                .remembering(answers);
    }
}
