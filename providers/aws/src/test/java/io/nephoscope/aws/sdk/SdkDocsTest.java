package io.nephoscope.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.UserDetail;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SdkDocsTest {
    @Test
    void fieldsHaveTheNamesOfTheApiAndWhatWasNotSentIsNotThere() {
        Instance instance = Instance.builder()
                .instanceId("i-1")
                .launchTime(Instant.parse("2026-01-01T00:00:00Z"))
                .ebsOptimized(false)
                .amiLaunchIndex(3)
                .state(state -> state.name(InstanceStateName.RUNNING).code(16))
                .securityGroups(
                        GroupIdentifier.builder().groupId("sg-1").build(),
                        GroupIdentifier.builder().groupId("sg-2").build())
                .build();

        assertThat(SdkDocs.of(instance))
                .isEqualTo(Doc.of(
                        "InstanceId",
                        "i-1",
                        "LaunchTime",
                        "2026-01-01T00:00:00Z",
                        "EbsOptimized",
                        false,
                        "AmiLaunchIndex",
                        3L,
                        "State",
                        Doc.of("Name", "running", "Code", 16L),
                        "SecurityGroups",
                        DocList.of(Doc.of("GroupId", "sg-1"), Doc.of("GroupId", "sg-2"))));
    }

    @Test
    void anAnswerWithNothingInItIsEmpty() {
        assertThat(SdkDocs.of(Instance.builder().build())).isEqualTo(Doc.empty());
        assertThat(SdkDocs.of(GetBucketAclResponse.builder().build())).isEqualTo(Doc.empty());
    }

    @Test
    void aListThatWasSentEmptyIsThereAndEmpty() {
        assertThat(SdkDocs.of(Instance.builder().securityGroups(List.of()).build()))
                .isEqualTo(Doc.of("SecurityGroups", DocList.empty()));
    }

    @Test
    void aValueThatTheSdkDoesNotKnowKeepsItsText() {
        assertThat(SdkDocs.of(Instance.builder().instanceType("z99.huge").build()))
                .isEqualTo(Doc.of("InstanceType", "z99.huge"));
    }

    @Test
    void mapsKeepTheirKeysWhateverTheyAre() {
        GetQueueAttributesResponse queue = GetQueueAttributesResponse.builder()
                .attributesWithStrings(Map.of("Policy", "{}", "New.Attribute", "x"))
                .build();
        GetAccountSummaryResponse summary = GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(Map.of("AccountMFAEnabled", 1))
                .build();

        assertThat(SdkDocs.of(queue)).isEqualTo(Doc.of("Attributes", Doc.of("Policy", "{}", "New.Attribute", "x")));
        assertThat(SdkDocs.of(summary)).isEqualTo(Doc.of("SummaryMap", Doc.of("AccountMFAEnabled", 1L)));
    }

    @Test
    void valuesOfEveryTypeAreFields() {
        Map<String, Object> map = new HashMap<>();
        map.put("none", null);

        assertThat(SdkDocs.field(null)).isEqualTo(Absent.ABSENT);
        assertThat(SdkDocs.field(7)).isEqualTo(7L);
        assertThat(SdkDocs.field((short) 7)).isEqualTo(7L);
        assertThat(SdkDocs.field(0.1f)).isEqualTo(0.1);
        assertThat(SdkDocs.field(new BigDecimal("1.10"))).isEqualTo("1.10");
        assertThat(SdkDocs.field(QueueAttributeName.POLICY)).isEqualTo("Policy");
        assertThat(SdkDocs.field(Arrays.asList("a", null, 1))).isEqualTo(DocList.of("a", Absent.ABSENT, 1L));
        assertThat(SdkDocs.field(map)).isEqualTo(Doc.of("none", Absent.ABSENT));
        assertThat(SdkDocs.field(SdkBytes.fromUtf8String("secret"))).isEqualTo("[binary]");
        assertThat(SdkDocs.field(Document.mapBuilder().putString("a", "b").build()))
                .isEqualTo(Doc.of("a", "b"));
        assertThat(SdkDocs.field(Doc.of("a", 1L))).isEqualTo(Doc.of("a", 1L));
    }

    @Test
    void whatIsNoValueOfTheSdkIsAnErrorAndNotSomeText() {
        assertThatIllegalArgumentException().isThrownBy(() -> SdkDocs.field(Optional.of("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> SdkDocs.field(Stream.of("a")));
    }

    @Test
    void theSchemaNamesEveryFieldWithItsType() {
        Struct schema = SdkDocs.schema("aws.ec2.instance", Instance::builder);

        assertThat(schema.fields())
                .containsEntry("InstanceId", Scalar.STRING)
                .containsEntry("LaunchTime", Scalar.TIMESTAMP)
                .containsEntry("EbsOptimized", Scalar.BOOL)
                .containsEntry("AmiLaunchIndex", Scalar.INT);
        assertThat(schema.field("State")).hasValueSatisfying(state -> {
            assertThat(state).hasToString("aws.ec2.instance.State");
            assertThat(((Struct) state).fields()).containsOnlyKeys("Name", "Code");
        });
        assertThat(schema.field("SecurityGroups"))
                .hasValueSatisfying(groups -> assertThat(((Struct) ((Schema.ListOf) groups).item()).fields())
                        .containsOnlyKeys("GroupId", "GroupName"));
    }

    @Test
    void mapsHaveASchemaOfTheirValues() {
        Struct queue = SdkDocs.schema("queue", GetQueueAttributesResponse::builder);
        Struct summary = SdkDocs.schema("summary", GetAccountSummaryResponse::builder);

        assertThat(queue.field("Attributes")).contains(Schema.mapOf(Scalar.STRING));
        assertThat(summary.field("SummaryMap")).contains(Schema.mapOf(Scalar.INT));
    }

    static Stream<Supplier<SdkPojo>> models() {
        return Stream.of(
                Instance::builder,
                SecurityGroup::builder,
                UserDetail::builder,
                KeyMetadata::builder,
                FunctionConfiguration::builder,
                DBInstance::builder,
                Bucket::builder,
                GetBucketAclResponse::builder);
    }

    /** Documents and schemas come from one model: the checker must know of every field that a rule may meet. */
    @ParameterizedTest
    @MethodSource("models")
    void everyFieldOfAModelHasASchemaDownToItsLeaves(Supplier<SdkPojo> model) {
        assertThat(leaves(SdkDocs.schema("x", model), 0)).isPositive();
    }

    private static int leaves(Schema schema, int depth) {
        assertThat(depth).as("models of these services are not recursive").isLessThan(20);
        if (schema instanceof Struct struct) {
            return struct.fields().values().stream()
                    .mapToInt(field -> leaves(field, depth + 1))
                    .sum();
        } else if (schema instanceof Schema.ListOf list) {
            return leaves(list.item(), depth + 1);
        } else if (schema instanceof Schema.MapOf map) {
            return leaves(map.value(), depth + 1);
        }
        return 1;
    }

    /** Servers that speak like AWS write the empty name of a cluster where AWS leaves it out. */
    @Test
    void anEmptyTextIsAbsentAndTheEmptyValueOfATagIsNot() {
        DBInstance database = DBInstance.builder()
                .dbInstanceIdentifier("orders")
                .dbClusterIdentifier("")
                .readReplicaSourceDBInstanceIdentifier("")
                .readReplicaDBInstanceIdentifiers("a", "")
                .tagList(Tag.builder().key("reviewed").value("").build())
                .build();

        assertThat(SdkDocs.of(database))
                .isEqualTo(Doc.of(
                        "DBInstanceIdentifier",
                        "orders",
                        "ReadReplicaDBInstanceIdentifiers",
                        DocList.of("a", Absent.ABSENT),
                        "TagList",
                        DocList.of(Doc.of("Key", "reviewed", "Value", ""))));
    }
}
