package io.nephoscope.aws;

/** The partitions of AWS, whose global services each live in one region. */
final class Partition {
    private Partition() {}

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
