package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.denied;
import static io.nephoscope.aws.Fields.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues, topics, functions and keys: what their policies and attributes come to. */
class PolicyHoldersTest {
    private static final AssetType FUNCTION = Declared.type("aws.lambda.function");
    private static final AssetType KEY = Declared.type("aws.kms.key");
    private static final AssetType QUEUE = Declared.type("aws.sqs.queue");
    private static final AssetType TOPIC = Declared.type("aws.sns.topic");

    private static Doc allow(String action, String resource) {
        return json("{'Statement':[{'Sid':'Open','Effect':'Allow','Principal':{'AWS':'*'},'Action':'" + action
                + "','Resource':'" + resource + "'}]}");
    }

    @Test
    void aQueueIsOpenWhereItsPolicyIsAboutIt() {
        Doc attributes = json("{'QueueArn':'arn:aws:sqs:us-east-1:123456789012:orders'}");
        Doc open = Doc.of(
                "Attributes",
                attributes.with("Policy", allow("SQS:SendMessage", "arn:aws:sqs:us-east-1:123456789012:orders")));
        assertThat(QUEUE.facetsOf(open).get("publicBy"))
                .isEqualTo(DocList.of("policy statement Open lets anyone on the Internet SQS:SendMessage"));
        Doc copied = Doc.of(
                "Attributes",
                attributes.with("Policy", allow("SQS:SendMessage", "arn:aws:sqs:us-east-1:123456789012:other")));
        assertThat(QUEUE.facetsOf(copied).get("public")).isEqualTo(false);
        assertThat(QUEUE.facetsOf(Doc.of("Attributes", attributes)).get("public"))
                .isEqualTo(false);
    }

    @Test
    void aQueueWhoseAttributesWereDeniedIsUnknown() {
        Doc facets = QUEUE.facetsOf(Doc.of("Attributes", denied("sqs:GetQueueAttributes")));
        assertThat(facets.get("public")).isEqualTo(denied("sqs:GetQueueAttributes"));
        assertThat(facets.get("encrypted")).isEqualTo(denied("sqs:GetQueueAttributes"));
    }

    @ParameterizedTest
    @CsvSource({
        "{'SqsManagedSseEnabled':'true'}, true",
        "{'KmsMasterKeyId':'alias/aws/sqs'; 'SqsManagedSseEnabled':'false'}, true",
        "{'SqsManagedSseEnabled':'false'}, false",
        "{'KmsMasterKeyId':''}, false",
        "{}, false",
    })
    void aQueueIsEncryptedByAKeyOfEitherSort(String attributes, boolean encrypted) {
        Doc queue = Doc.of("Attributes", json(attributes.replace(';', ',')));
        assertThat(QUEUE.facetsOf(queue).get("encrypted")).isEqualTo(encrypted);
    }

    @Test
    void theNameOfAQueueIsTheEndOfItsUrl() {
        assertThat(QUEUE.identity()
                        .nativeId()
                        .apply(Doc.of("QueueUrl", "https://sqs.us-east-1.amazonaws.com/123456789012/orders.fifo")))
                .isEqualTo("orders.fifo");
    }

    @Test
    void thePolicyThatEveryTopicBeginsWithIsNotPublic() {
        Doc policy = json("{'Version':'2008-10-17','Id':'__default_policy_ID','Statement':[{'Effect':'Allow',"
                + "'Sid':'__default_statement_ID','Principal':{'AWS':'*'},"
                + "'Action':['SNS:GetTopicAttributes','SNS:Subscribe','SNS:Publish'],"
                + "'Resource':'arn:aws:sns:us-east-1:123456789012:news',"
                + "'Condition':{'StringEquals':{'AWS:SourceOwner':'123456789012'}}}]}");
        Doc topic =
                Doc.of("TopicArn", "arn:aws:sns:us-east-1:123456789012:news", "Attributes", Doc.of("Policy", policy));
        assertThat(TOPIC.facetsOf(topic).get("public")).isEqualTo(false);
    }

    @Test
    void aTopicThatAnyoneMaySubscribeToIsPublic() {
        Doc topic = Doc.of(
                "TopicArn",
                "arn:aws:sns:us-east-1:123456789012:news",
                "Attributes",
                Doc.of("Policy", allow("SNS:Subscribe", "arn:aws:sns:us-east-1:123456789012:news")));
        assertThat(TOPIC.facetsOf(topic).get("public")).isEqualTo(true);
    }

    @Test
    void aServiceThatMayInvokeAFunctionForAnyoneIsThePublic() {
        Doc policy = json("{'Statement':[{'Effect':'Allow','Principal':{'Service':'s3.amazonaws.com'},"
                + "'Action':'lambda:InvokeFunction','Resource':'arn:aws:lambda:us-east-1:123456789012:function:f'}]}");
        Doc function = Doc.of("FunctionArn", "arn:aws:lambda:us-east-1:123456789012:function:f", "Policy", policy);
        assertThat(FUNCTION.facetsOf(function).get("publicBy"))
                .isEqualTo(DocList.of(
                        "policy statement 1 lets s3.amazonaws.com on behalf of any AWS account lambda:InvokeFunction"));
    }

    @Test
    void theKeyThatAServiceKeepsForTheAccountIsNotPublic() {
        Doc policy = json("{'Id':'auto-ebs-2','Statement':[{'Effect':'Allow','Principal':{'AWS':'*'},"
                + "'Action':['kms:Encrypt','kms:Decrypt'],'Resource':'*','Condition':{'StringEquals':"
                + "{'kms:CallerAccount':'123456789012','kms:ViaService':'ec2.us-east-1.amazonaws.com'}}}]}");
        assertThat(KEY.facetsOf(Doc.of("Policy", policy)).get("public")).isEqualTo(false);
        assertThat(KEY.facetsOf(Doc.of("Policy", allow("kms:Decrypt", "*"))).get("public"))
                .isEqualTo(true);
        assertThat(KEY.facetsOf(Doc.of("Policy", denied("kms:GetKeyPolicy"))).get("public"))
                .isEqualTo(denied("kms:GetKeyPolicy"));
    }

    @Test
    void theEnvironmentOfAFunctionIsASecret() {
        assertThat(FUNCTION.redacted()).containsExactly("Environment.Variables");
    }
}
