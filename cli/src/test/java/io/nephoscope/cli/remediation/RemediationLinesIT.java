package io.nephoscope.cli.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of every remediation against the command line that it is for. Skipped where those are not installed; on CI that is a failure. */
class RemediationLinesIT {
    private static final String INSTALL = "pip install awscli && pip install --no-deps jdcloud_cli jdcloud_sdk";
    private static final String FOUND =
            "from importlib.util import find_spec; print(all(map(find_spec, ('awscli', 'jdcloud_cli', 'jdcloud_sdk'))))";

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfEveryRemediationIsOneThatItsCommandLineTakes() throws Exception {
        requireCommandLines();

        List<String> said = run(List.of("python3", script()), remediations());

        assertThat(said).hasSize(1).first().asString().matches("tried [1-9]\\d+");
    }

    @Test
    void aCommandWithAnOperationAParameterOrAFieldThatThereIsNotIsFound() throws Exception {
        requireCommandLines();
        StringWriter lines = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(lines)) {
            out.writeStartArray();
            for (String text : List.of(
                    "aws s3api put-bucket-polcy --bucket NAME",
                    "aws sqs set-queue-attributes --queue-url URL",
                    "aws ec2 enable-ebs-encryption-by-default --regions all",
                    "jdc rds enable-audits --region-id REGION",
                    "jdc rds enable-audit --region-id REGION",
                    "jdc disk create-disks --region-id REGION --disk-spec '{\"colour\":1}' --max-count 1 --client-token T",
                    "az storage account update \"--name NAME")) {
                line(out, text, "test", text);
            }
            out.writeEndArray();
        }

        List<String> said = run(List.of("python3", script()), lines.toString());

        assertThat(said)
                .filteredOn(it -> it.startsWith("aws") || it.startsWith("jdc") || it.startsWith("az"))
                .extracting(it -> it.substring(0, it.indexOf(", test")))
                .hasSize(7);
    }

    private static String remediations() throws IOException {
        StringWriter lines = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(lines)) {
            out.writeStartArray();
            for (var rule : RuleSet.load(Types.ofProviders(Providers.all())).rules()) {
                for (var remediation : rule.info().remediation().entrySet()) {
                    line(
                            out,
                            rule.id(),
                            remediation.getKey(),
                            remediation.getValue().cli());
                }
            }
            out.writeEndArray();
        }
        return lines.toString();
    }

    private static void line(JsonGenerator out, String rule, String provider, String text) throws IOException {
        out.writeStartObject();
        out.writeStringField("rule", rule);
        out.writeStringField("provider", provider);
        out.writeStringField("text", text);
        out.writeEndObject();
    }

    private void requireCommandLines() throws Exception {
        List<String> said = run(List.of("python3", "-c", FOUND), "");
        if (!said.contains("True")) {
            assertThat(System.getenv("NEPHOSCOPE_CI")).as(INSTALL).isNotEqualTo("1");
            abort("the command lines are not installed: " + INSTALL);
        }
    }

    private static String script() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(RemediationLinesIT.class.getResource("/remediation_lines.py"))
                        .toURI())
                .toString();
    }

    private List<String> run(List<String> command, String input) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        process.waitFor();
        return Files.readAllLines(output);
    }
}
