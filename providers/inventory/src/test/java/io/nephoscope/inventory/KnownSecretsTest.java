package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.gateway.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {
    private static final String SECRET = "wJalr/XUtnFEMI+K7MDENG/bPxRfiCYzEXAMPLEKEY";

    @BeforeAll
    static void know() {
        Secrets.know(SECRET);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> texts() {
        String inAddress = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                "before " + SECRET + " after",
                SECRET + SECRET,
                "/" + SECRET + "/",
                "?key=" + inAddress,
                "?key=" + inAddress.replace("%2F", "%2f").replace("%2B", "%2b"),
                "?key=" + inAddress.replace("%2F", "/"),
                "?key=" + inAddress.replace("%2B", "+").replace("%2F", "%2f"),
                "{\"a\":\"" + SECRET.replace("/", "\\/") + "\"}",
                base64(SECRET),
                base64("a" + SECRET + "z"),
                base64("ab" + SECRET + "yz"),
                base64("abc:" + SECRET),
                Base64.getUrlEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aSecretThatIsKnownIsFoundHoweverItIsWritten(String text) {
        String masked = Secrets.mask(text);

        assertThat(masked).contains(Secrets.REDACTED);
        assertThat(masked.toLowerCase(Locale.ROOT))
                .doesNotContain("xutnfemi")
                .doesNotContain(base64(SECRET).substring(8, 20).toLowerCase(Locale.ROOT));
    }

    @Test
    void whatStandsAroundItStays() {
        assertThat(Secrets.mask("refused " + SECRET + ", and so on")).isEqualTo("refused [redacted], and so on");
    }

    @Test
    void ofTwoSecretsThatBeginAlikeEachIsFoundAsAWhole() {
        String longer = SECRET + "AND/MORE";
        Secrets.know(longer);

        assertThat(Secrets.mask("(" + longer + ")(" + SECRET + ")")).isEqualTo("([redacted])([redacted])");
    }

    @Test
    void aSecretIsFoundWhereTheTextIsCutOff() {
        String far = "x".repeat(2_980);

        assertThat(Failure.line(far + SECRET)).doesNotContain("wJalr");
        assertThat(Failure.line("x".repeat(280) + SECRET)).doesNotContain("wJalr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "testing", "s3cr3t7", "administrator", "read-only", "p@ssword", "111122223333"})
    void whatIsShortOrAWordOrANumberStandsInOtherTextsByChance(String value) {
        Secrets.know(value);

        assertThat(Secrets.mask("of " + value + ".")).isEqualTo("of " + value + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1b2c3d4", "tok-9f3e77", "Summer2026!", "密码12345678", "session-0123456"})
    void aShortOneIsFoundWhereItHasLettersAndDigits(String value) {
        Secrets.know(value);

        assertThat(Secrets.mask("of " + value + ".")).isEqualTo("of [redacted].");
        assertThat(Secrets.mask(base64("abc:" + value))).contains("[redacted]");
    }

    @Test
    void theSecretsAmongCredentialsAreKnownFromThenOnAndIdsAreNot() {
        Credentials.of(Map.of(
                "secret-key", "one-that-nobody-has-seen",
                "session-token", "another/that/nobody/has/seen",
                "access-key", "an-id-that-is-evidence",
                "tenant-id", "00000000-1111-2222-3333-444444444444"));

        assertThat(Secrets.mask("one-that-nobody-has-seen another/that/nobody/has/seen an-id-that-is-evidence"
                        + " 00000000-1111-2222-3333-444444444444"))
                .isEqualTo("[redacted] [redacted] an-id-that-is-evidence 00000000-1111-2222-3333-444444444444");
    }
}
