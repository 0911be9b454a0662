package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The policy that grants what a scan needs. */
class GrantingPolicyTest {
    private final AwsProvider provider = new AwsProvider();

    private static Target target(Map<String, String> settings) {
        return new Target("aws", "Group", "harbour", List.of(), settings, Path.of(""));
    }

    @Test
    void aPolicyGrantsWhatOperationsNeedOnceInOrderAndNothingElse() {
        List<Operation> operations = List.of(
                Operation.of("s3", "ListBuckets", "s3:ListAllMyBuckets"),
                Operation.of("ec2", "DescribeRegions", "ec2:DescribeRegions"),
                Operation.of("sts", "GetCallerIdentity", ""),
                Operation.of("sts", "AssumeRole", "sts:AssumeRole"),
                Operation.of("ec2", "DescribeRegions", "ec2:DescribeRegions"));
        assertThat(provider.policy(target(Map.of()), operations)).contains("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "NephoscopeReads",
                      "Effect": "Allow",
                      "Action": [
                        "ec2:DescribeRegions",
                        "s3:ListAllMyBuckets"
                      ],
                      "Resource": "*"
                    }
                  ]
                }""");
    }

    @Test
    void aRoleIsAssumedByAStatementOfItsOwn() {
        List<Operation> operations = List.of(Operation.of("sts", "AssumeRole", "sts:AssumeRole"));
        assertThat(provider.policy(target(Map.of("role-arn", "arn:aws:iam::1:role/\"A")), operations))
                .contains("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "NephoscopeAssumesItsRole",
                      "Effect": "Allow",
                      "Action": [
                        "sts:AssumeRole"
                      ],
                      "Resource": "arn:aws:iam::1:role/\\"A"
                    }
                  ]
                }""");
        assertThat(provider.policy(target(Map.of()), operations)).isEmpty();
    }
}
