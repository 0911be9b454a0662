package io.nephoscope.aws;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The partitions of AWS, whose global services each live in one region. */
final class Partition {
    private Partition() {}

    /** Whether the SDK knows a region of that name in a partition; there may be newer ones. */
    static boolean hasRegion(String partition, String name) {
        return Region.regions().stream()
                .filter(region -> region.id().equals(name))
                .anyMatch(region -> PartitionMetadata.of(region).id().equals(partition));
    }

    /** Where the calls go that belong to an account as a whole; in a partition that we never heard of, where we began. */
    static String homeRegion(String partition, String began) {
        return switch (partition) {
            case "aws" -> "us-east-1";
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> began;
        };
    }
}
