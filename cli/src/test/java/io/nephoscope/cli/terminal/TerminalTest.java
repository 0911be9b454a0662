package io.nephoscope.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.terminal.Terminal.Looks;
import io.nephoscope.inventory.doc.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "true,  X=,               true",
        "false, X=,               false",
        "true,  NO_COLOR=1,       false",
        "true,  NO_COLOR=,        true",
        "true,  TERM=dumb,        false",
        "false, CLICOLOR_FORCE=1, true",
        "false, CLICOLOR_FORCE=0, false"
    })
    void coloursAreForTerminalsThatWantThem(boolean isTerminal, String variable, boolean expected) {
        String[] nameAndValue = variable.split("=", 2);
        Terminal terminal = terminal(new Looks(isTerminal, false, 0), Map.of(nameAndValue[0], nameAndValue[1]));
        assertThat(terminal.outHasColours()).isEqualTo(expected);
    }

    @Test
    void noColoursWinOverForcedOnes() {
        Map<String, String> both = Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1");
        assertThat(terminal(new Looks(true, true, 0), both).errHasColours()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8, '', ZH", "'', zh_TW, ZH", "C, zh_CN, EN", "'', de_DE, EN", "'', '', EN"})
    void theLanguageIsTheLocales(String all, String lang, Language expected) {
        assertThat(terminal(Looks.PLAIN, Map.of("LC_ALL", all, "LANG", lang)).language())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/caches, /home/ann, /caches/nephoscope",
        "'',      /home/ann, /home/ann/.cache/nephoscope",
        "/caches, '',        /caches/nephoscope",
        "'',      '',        "
    })
    void theCacheIsWhereTheUserKeepsThem(String caches, String home, Path expected) {
        assertThat(terminal(Looks.PLAIN, Map.of("XDG_CACHE_HOME", caches, "HOME", home))
                        .cache())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void textIsWrittenInUtf8() {
        Terminal terminal = terminal(Looks.PLAIN, Map.of());
        terminal.out().print("存储桶");
        terminal.out().flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("存储桶");
    }

    @Test
    void otherTextWipesTheStatusLineAway() {
        Terminal terminal = terminal(new Looks(true, true, 40), Map.of());
        terminal.showStatus("one");
        terminal.showStatus("two");
        terminal.err().println("a warning");
        terminal.showStatus("three");
        terminal.clearStatus();
        terminal.clearStatus();
        assertThat(shown()).isEqualTo("{wipe}one{wipe}two{wipe}a warning\n{wipe}three{wipe}");
    }

    @Test
    void theStatusLineDoesNotMixWithALineThatIsNotFinished() {
        Terminal terminal = terminal(new Looks(true, true, 40), Map.of());
        terminal.err().print("half a ");
        terminal.err().flush();
        terminal.showStatus("status");
        terminal.err().println("line");
        assertThat(shown()).isEqualTo("half a line\n");
    }

    @Test
    void theStatusLineIsCutSoThatItDoesNotWrap() {
        terminal(new Looks(true, true, 5), Map.of()).showStatus("123456789");
        assertThat(shown()).isEqualTo("{wipe}123…");
    }

    @Test
    void aStatusOfWideCharactersIsCutByTheColumnsThatTheyTake() {
        terminal(new Looks(true, true, 9), Map.of()).showStatus("已读取账号");
        assertThat(shown()).isEqualTo("{wipe}已读取…");
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\u001b[2K", "{wipe}");
    }

    private Terminal terminal(Looks looks, Map<String, String> environment) {
        return new Terminal(out, err, looks, environment);
    }
}
