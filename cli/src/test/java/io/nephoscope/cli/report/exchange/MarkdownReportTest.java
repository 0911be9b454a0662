package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.RuleInfo;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {
    /** As CommonMark reads it: as many ticks at the end as at the beginning. */
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");

    @TempDir
    private Path folder;

    private static String page(ReportData data) {
        return Written.report(ReportFormat.MARKDOWN, Language.EN, data);
    }

    @Test
    void theSummaryOfASmallScanReadsLikeThis() {
        assertThat(page(ExchangeScans.SMALL.in(folder))).isEqualTo("""
                ## Lakeside Group

                ⚠️ **This report has gaps.** 1 listing was not answered, so assets may exist that appear nowhere below. 2 calls were refused or failed. 1 asset lacks a field that was asked for. 2 verdicts are UNKNOWN.

                1 account · 1 region · 2 assets · 2 rules · 2026\\-01\\-01 00\\:00\\:00 UTC

                | | ✕ FAIL | ? UNKNOWN | ✓ PASS | – N/A | ○ MANUAL |
                |---|--:|--:|--:|--:|--:|
                | critical | 1 | 1 | 1 | 0 | 0 |
                | high | 0 | 0 | 0 | 0 | 0 |
                | medium | 0 | 1 | 0 | 1 | 0 |
                | low | 0 | 0 | 0 | 0 | 0 |
                | **All** | **1** | **2** | **1** | **1** | **0** |

                ### Worst failures

                | Severity | Rule | Asset | Account, region | Owner |
                |---|---|---|---|---|
                | critical | `bucket-not-public` | `ledger` | `1001 north` |  |

                ### What could not be seen

                | Call | Outcome | Permission | UNKNOWN |
                |---|---|---|---|
                | `toy:GetPolicy` | denied | `toy:GetPolicy` | 1 |
                | `toy:ListBuckets` | denied | `toy:ListBuckets` | 1 |

                """);
    }

    @Test
    void theSummarySpeaksChinese() {
        assertThat(Written.report(ReportFormat.MARKDOWN, Language.ZH, ExchangeScans.SMALL.in(folder)))
                .contains("### 最严重的不合规项", "| 严重程度 | 规则 | 资产 |", "### 未能看到的内容");
    }

    @Test
    void whatIsWaivedIsCountedAndNotShownAsAFailure() {
        assertThat(page(ExchangeScans.STATED.in(folder)))
                .contains("Waived, and not listed below: 1.")
                .doesNotContain("Worst failures", "ledger");
    }

    @Test
    void nothingInAHostileScanBecomesATagALinkOrACallToSomebody() {
        String outside = CODE.matcher(page(ExchangeScans.HOSTILE.in(folder))).replaceAll("");

        assertThat(outside.replace("&lt;", "").replace("&gt;", ""))
                .doesNotContainPattern("[<>]")
                .doesNotContainPattern("(?<!\\\\)[\\[\\]`]")
                .doesNotContainPattern("https?://")
                .doesNotContainPattern("@(?!&#8203;)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            plain words, no marks.|plain words, no marks.
            a <b> & c|a &lt;b&gt; &amp; c
            *bold* _it_ `x` [l](u)|\\*bold\\* \\_it\\_ \\`x\\` \\[l\\]\\(u\\)
            ask @team|ask @&#8203;team
            https://evil.example|https\\://evil\\.example
            1. item|1\\. item
            """)
    void runningTextKeepsItsWordsAndLosesItsMarks(String text, String shown) {
        assertThat(Markdown.text(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            plain;          `plain`
            a|b;            `a\\|b`
            a\\|b;           `a\\ \\|b`
            a`b;            ``a`b``
            ``;             ``` `` ```
            """)
    void aNameIsShownLetterByLetter(String name, String shown) {
        assertThat(Markdown.code(name)).isEqualTo(shown);
    }

    @Test
    void onlyASafeAddressBecomesALink() {
        assertThat(Markdown.link(new RuleInfo.Reference("Manual", "https://toys.example/close")))
                .isEqualTo("[Manual](https://toys.example/close)");
        assertThat(Markdown.link(new RuleInfo.Reference("Manual", "javascript:alert(1)")))
                .isEqualTo("Manual");
        assertThat(Markdown.link(new RuleInfo.Reference("Manual", "https://x)[y](//z")))
                .isEqualTo("Manual");
    }

    @Test
    void linesToCopyEndWhereTheyEnd() {
        assertThat(Markdown.fenced("shell", "echo '```'")).isEqualTo("````shell\necho '```'\n````");
    }
}
