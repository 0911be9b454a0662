package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsCommandTest {
    private static List<String> actions(JsonNode statement) {
        List<String> actions = new ArrayList<>();
        statement.path("Action").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    @Test
    void whatIsPrintedIsOnePolicyAndNothingElse() throws IOException {
        Cli cli = Cli.run("permissions", "--provider", "aws");
        assertThat(cli.code()).isZero();
        assertThat(cli.err()).isEmpty();
        JsonNode policy = new ObjectMapper().readTree(cli.out());
        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        assertThat(policy.path("Statement")).hasSize(1);
        assertThat(actions(policy.at("/Statement/0")))
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("ec2:DescribeRegions", "s3:ListAllMyBuckets")
                .doesNotContain("sts:GetCallerIdentity", "sts:AssumeRole", "");
    }

    /** IAM spells a few permissions otherwise than the API spells the operation. */
    @Test
    void permissionsAreGrantedByTheNamesThatIamKnows() throws IOException {
        JsonNode policy = new ObjectMapper()
                .readTree(Cli.run("permissions", "--provider", "aws").out());
        assertThat(actions(policy.at("/Statement/0")))
                .contains(
                        "s3:GetAccountPublicAccessBlock",
                        "s3:GetBucketPublicAccessBlock",
                        "s3:GetEncryptionConfiguration")
                .noneMatch(action -> action.startsWith("s3control:"))
                .doesNotContain("s3:ListBuckets", "s3:GetPublicAccessBlock", "s3:GetBucketEncryption");
    }

    @Test
    void oneRuleNeedsThePermissionsOfThatRule() throws IOException {
        JsonNode policy = new ObjectMapper()
                .readTree(Cli.run("permissions", "--provider", "aws", "--rule", "bucket-versioning-enabled")
                        .out());
        assertThat(actions(policy.at("/Statement/0")))
                .containsExactly("s3:GetBucketLocation", "s3:GetBucketVersioning", "s3:ListAllMyBuckets");
    }

    @Test
    void aRoleIsAssumedByAnotherStatement() throws IOException {
        JsonNode policy = new ObjectMapper()
                .readTree(Cli.run("permissions", "--provider", "aws", "--role-arn", "arn:aws:iam::1:role/Audit")
                        .out());
        assertThat(policy.at("/Statement/1/Action/0").asText()).isEqualTo("sts:AssumeRole");
        assertThat(policy.at("/Statement/1/Resource").asText()).isEqualTo("arn:aws:iam::1:role/Audit");
    }

    @Test
    void whatNeedsNoPermissionIsSaid() {
        assertThat(Cli.run("permissions", "--provider", "files"))
                .isEqualTo(new Cli(0, "", "These rules need no permission of files.\n"));
    }

    @Test
    void thePoliciesOfTheReadmeAreThoseThatArePrinted() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(readme)
                .contains(
                        block(Cli.run("permissions", "--provider", "aws").out()),
                        block(Cli.run("permissions", "--provider", "aws", "--rule", "bucket-not-public")
                                .out()));
    }

    private static String block(String printed) {
        return "```json\n" + printed + "```\n";
    }
}
