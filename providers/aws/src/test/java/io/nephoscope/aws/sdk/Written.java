package io.nephoscope.aws.sdk;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.types.Dialect;
import io.nephoscope.types.Expressions;
import io.nephoscope.types.TypeReader;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Types that a test writes as files do. */
final class Written {
    private static final List<AwsService<?>> SERVICES = List.of(
            AwsStub.EC2,
            AwsStub.IAM,
            AwsStub.KMS,
            AwsStub.LAMBDA,
            AwsStub.S3,
            new AwsService<>("cloudtrail", CloudTrailClient::builder),
            new AwsService<>("sns", SnsClient::builder),
            new AwsService<>("sqs", SqsClient::builder));

    private Written() {}

    static AssetType type(String yaml) {
        return new TypeReader(
                        new AwsDialect(SERVICES, Map.of(), Map.of(), new NoRegions()),
                        Library.NONE,
                        Expressions.COMPILED)
                .read(YamlNode.parse("type.yaml", yaml));
    }

    /** The detail of a type whose keys a list gives, from the words of the detail. */
    static Detail detail(String words) {
        return type("""
                type: aws.kms.key
                title: KMS key
                kind: crypto.key
                list: {call: "kms:ListKeys", items: Keys, holding: Keys, narrows: none}
                id: KeyId
                tags: {never: true}
                details:
                  Detail:
                """ + words.indent(4)).detail("Detail").orElseThrow();
    }

    private static final class NoRegions implements Dialect.Regions {
        @Override
        public Operation operation() {
            return Operation.of("ec2", "DescribeRegions", "ec2:DescribeRegions");
        }

        @Override
        public Outcome<List<String>> of(Site account) {
            return Outcome.value(List.of());
        }
    }
}
