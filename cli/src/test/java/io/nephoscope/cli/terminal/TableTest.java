package io.nephoscope.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsStandStraightWhateverTheScript() {
        Table table = table("NAME", "REGION", "ID");
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
        Table table = table("NAME");
        table.add("a\u001b[31m\nb");
        assertThat(printed(table)).isEqualTo("NAME\na\\u001b[31m\\nb\n");
    }

    @Test
    void aCellWithoutEndIsCutSoThatItsColumnIsNotAsWide() {
        Table table = table("NAME", "ID");
        table.add("x".repeat(10_000_000), "1");
        table.add("y", "2");
        assertThat(printed(table)).hasSizeLessThan(1_000).contains("x… (9,999,760 more characters)  1\n");
    }

    @Test
    void aHeadingStandsInTheLanguageAskedFor() {
        Table table = new Table(Language.ZH, List.of(new Text("NAME", "名称"), new Text("ID", "标识")));
        table.add("网关", "1");
        table.add("x".repeat(300), "2");
        assertThat(printed(table)).startsWith("名称").contains("标识\n网关").contains("x…（另有 60 个字符）");
    }

    private static Table table(String... heading) {
        return new Table(Language.EN, Stream.of(heading).map(Text::quoted).toList());
    }

    private static String printed(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
