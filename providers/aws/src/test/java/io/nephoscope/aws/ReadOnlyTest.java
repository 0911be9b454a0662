package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.aws.sdk.ReadOnly;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Use;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that we ask of AWS takes permissions that AWS itself counts among those that only read. */
class ReadOnlyTest {
    private static final ReadOnly READS = ReadOnly.packaged();

    /** The caller may ask who it is without any permission. */
    @Test
    void everyPermissionIsOneThatAwsListsAsReading() {
        List<Operation> operations = Stream.concat(
                        Declared.ALL.stream()
                                .flatMap(type ->
                                        type.uses(type.details()).stream().map(Use::operation)),
                        Stream.concat(Members.OPERATIONS.stream(), Stream.of(AwsConnection.REGIONS.operation())))
                .filter(operation -> !operation.call().equals("sts:GetCallerIdentity"))
                .distinct()
                .toList();

        assertThat(operations).hasSizeGreaterThan(50);
        assertThat(operations).extracting(Operation::permission).allMatch(READS::has);
        assertThat(CallerIdentity.GET.operation().permission()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2:RunInstances",
                "ec2:describe",
                "iam:CreateAccessKey",
                "kms:Decrypt",
                "s3:GetObject",
                "secretsmanager:GetSecretValue",
                "sts:AssumeRole",
                ""
            })
    void whatChangesOrHandsOutIsNotOnTheList(String permission) {
        assertThat(READS.has(permission)).isFalse();
    }

    @Test
    void aStarStandsForAnyLetters() {
        assertThat(READS.has("ec2:DescribeVolumes")).isTrue();
        assertThat(READS.has("iam:GenerateCredentialReport")).isTrue();
        assertThat(READS.has("xec2:DescribeVolumes")).isFalse();
    }
}
