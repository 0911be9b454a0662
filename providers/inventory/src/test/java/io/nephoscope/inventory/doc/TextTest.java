package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void anArgumentStandsInEveryLanguageAndATextInItsOwn() {
        Text inner = Text.of("the rules", "规则");
        assertThat(Text.of("the answer of {0} leaves out {1}", "{0} 的应答缺少{1}", "s3:ListBuckets", inner))
                .isEqualTo(new Text("the answer of s3:ListBuckets leaves out the rules", "s3:ListBuckets 的应答缺少规则"));
    }

    @Test
    void whatAnArgumentHoldsIsNoPlaceForAnother() {
        assertThat(Text.of("{0}, {1}", "{1}、{0}", "{1}", "$1")).isEqualTo(new Text("{1}, $1", "$1、{1}"));
    }

    @Test
    void bracesWithoutANumberStayAsTheyAre() {
        assertThat(Text.of("write {service} for {0}", "{0} 写作 {service}", "it").en())
                .isEqualTo("write {service} for it");
    }

    @Test
    void partsAreJoinedAsEachLanguageDoes() {
        List<Text> parts = List.of(Text.of("ports", "端口"), Text.of("source", "来源"));
        assertThat(Text.listed(parts)).isEqualTo(new Text("ports, source", "端口、来源"));
        assertThat(Text.clauses(parts)).isEqualTo(new Text("ports; source", "端口；来源"));
        assertThat(Text.lines(parts)).isEqualTo(new Text("ports\nsource", "端口\n来源"));
    }

    @Test
    void aChangeIsMadeInEveryLanguage() {
        assertThat(Text.of("a key", "A 密钥").map(it -> it.toLowerCase(Locale.ROOT)))
                .isEqualTo(new Text("a key", "a 密钥"));
    }
}
