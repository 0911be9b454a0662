package io.nephoscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingTest {
    @Test
    void aHostAndAPortAreAProxy() throws Exception {
        assertThat(ProxySetting.parse("http://proxy.example:3128/")).isEqualTo(new ProxySetting("proxy.example", 3128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "proxy.example:3128",
                "http://proxy.example",
                "https://proxy.example:1",
                "http://proxy.example:99999",
                "http://proxy.example:1/path",
                "http://proxy.example:1?a=b",
                "http://a b:1",
                "socks://proxy.example:1"
            })
    void whatIsNoAddressOfAProxyIsToldWithAnExample(String text) {
        assertThatThrownBy(() -> ProxySetting.parse(text))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("http://proxy.example:3128");
    }

    @Test
    void aPasswordIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> ProxySetting.parse("http://user:canary@proxy.example:3128"))
                .isInstanceOf(SettingException.class)
                .message()
                .contains("password")
                .doesNotContain("canary");
    }
}
