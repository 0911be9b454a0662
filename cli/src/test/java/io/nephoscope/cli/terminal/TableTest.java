package io.nephoscope.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsStandStraightWhateverTheScript() {
        Table table = new Table("NAME", "REGION", "ID");
        table.add("web", "east", "1");
        table.add("网页服务器", "华东", "2");
        table.add("cafe\u0301", "", "3");
        assertThat(printed(table)).isEqualTo("""
                        NAME        REGION  ID
                        web         east    1
                        网页服务器  华东    2
                        cafe\u0301                3
                        """);
    }

    @Test
    void whatWouldSteerTheTerminalIsShown() {
        Table table = new Table("NAME");
        table.add("a\u001b[31m\nb");
        assertThat(printed(table)).isEqualTo("NAME\na\\u001b[31m\\nb\n");
    }

    @Test
    void aCellWithoutEndIsCutSoThatItsColumnIsNotAsWide() {
        Table table = new Table("NAME", "ID");
        table.add("x".repeat(10_000_000), "1");
        table.add("y", "2");
        assertThat(printed(table)).hasSizeLessThan(1_000).contains("x… (9999760 more characters)  1\n");
    }

    private static String printed(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
