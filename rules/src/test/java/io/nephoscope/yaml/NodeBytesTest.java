package io.nephoscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NodeBytesTest {
    private static final String FILE = """
            title: 弹性公网 IP
            list:
              - {call: "ec2:DescribeAddresses", most: 100, part: 0.5, whole: true, none: null}
              - "100"
              - []
            """;

    private static YamlNode kept(YamlNode node) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        node.write(new DataOutputStream(bytes));
        return YamlNode.kept(node.file(), new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    @Test
    void whatWasKeptHoldsTheSameValuesOfTheSameSorts() throws IOException {
        YamlNode parsed = YamlNode.parse("a.yaml", FILE);

        assertThat(kept(parsed).value()).isEqualTo(parsed.value());
    }

    @Test
    void whatWasKeptSaysWhereItStood() throws IOException {
        YamlNode second =
                kept(YamlNode.parse("a.yaml", FILE)).field("list").items().get(1);

        assertThat(second.error(Text.of("wrong.", "错误。")))
                .hasMessage("a.yaml, line 4, column 5, field list[1]: wrong.");
        assertThat(second.error(0, 2, Text.of("wrong.", "错误。")))
                .as("within the text, of which the place is not known any more")
                .hasMessage("a.yaml, line 4, column 5, field list[1]: wrong.");
    }
}
