package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalSummaryTest {
    @TempDir
    private Path folder;

    private static String summary(ReportData data, Language language, Style style, int columns) {
        StringWriter text = new StringWriter();
        new TerminalSummary(language, style, columns).write(data, new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aScanWithGapsReadsLikeThis() {
        assertThat(summary(RichScan.in(folder), Language.EN, Style.PLAIN, 80)).isEqualTo("""
                Lakeside Group 湖滨集团
                3 accounts · 2 regions · 13 assets · 8 rules · 2026-01-01 00:00:00 UTC

                This report has gaps.
                12 listings were not answered, so assets may exist that appear nowhere below. 45
                calls were refused or failed. 13 assets lack fields that were asked for. 26
                verdicts are UNKNOWN.
                finance: replayed from a recording of 2025-12-24 18:30:00 UTC, not read live.

                          ✕ FAIL  ? UNKNOWN  ✓ PASS  – N/A  ○ MANUAL
                critical       5         10       7      0         3
                high          18          3      51      0         0
                medium         0         13       0      0         0
                low            6          0       4      3         0
                All           29         26      62      3         3

                The organisation
                                  Accounts  Assets     ✕ FAIL  ? UNKNOWN
                  Lakeside Group         3      13  29 of 117         26
                    Finance              1       3    9 of 35          7
                    Harbour              2      10   20 of 82         19
                      Shipping           1       4   10 of 38          8

                Worst assets
                  1 critical  payroll-1234
                              aws.s3.bucket · Lakeside Group/Harbour · 123456789012 · eu-centra…
                  1 critical  invoices-2026-1234
                              aws.s3.bucket · Lakeside Group/Harbour · 123456789012 · eu-west-1
                  1 critical  payroll-2109
                              aws.s3.bucket · Lakeside Group/Harbour/Shipping · 210987654321 · …
                  1 critical  invoices-2026-2109
                              aws.s3.bucket · Lakeside Group/Harbour/Shipping · 210987654321 · …
                  1 critical  invoices-2026-3456
                              aws.s3.bucket · Lakeside Group/Finance · 345678901234 · eu-west-1
                  1 high      sg-0f0a7c3d91e1
                              aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · …
                  1 high      sg-0f0a7c3d91e1
                              aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · …
                  1 high      sg-0f10a7c3d91e1
                              aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · …
                  1 high      sg-0f15a7c3d91e1
                              aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · …
                  1 high      sg-0f5a7c3d91e1
                              aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · …

                Worst rules
                  critical  ✕ 5   Buckets cannot be read by anyone on the Internet
                                  bucket-not-public
                  high      ✕ 18  SSH is not open to the Internet
                                  security-group-ssh-closed
                  low       ✕ 6   Access to buckets is logged
                                  bucket-access-logged

                Coverage
                  All           read 45 · empty 126 · denied 9 · throttled 3 · not enabled 3
                                skipped 1 · UNKNOWN 26 of 123
                  123456789012  read 15 · empty 42 · denied 3 · throttled 1 · not enabled 1
                                UNKNOWN 11 of 46
                  210987654321  read 15 · empty 42 · denied 3 · throttled 1 · not enabled 1
                                skipped 1 · UNKNOWN 8 of 40
                  345678901234  read 15 · empty 42 · denied 3 · throttled 1 · not enabled 1
                                UNKNOWN 7 of 37

                What could not be seen
                  Not listed:
                         9  kms:ListKeys  denied
                         3  rds:DescribeDBInstances  throttled
                  Why verdicts are UNKNOWN:
                        13  s3:GetBucketVersioning  denied
                         9  kms:ListKeys  denied
                         7  s3:GetBucketPolicy  denied
                         3  rds:DescribeDBInstances  throttled
                  Granting these 3 permissions would make 23 UNKNOWN verdicts known.
                        +9  kms:ListKeys  9 in all
                        +7  s3:GetBucketVersioning  16 in all
                        +7  s3:GetBucketPolicy  23 in all
                """);
    }

    @Test
    void aCallThatWasRefusedIsNamedThoughNoVerdictHangsOnIt() {
        ReportData data = new ToyScan(folder)
                .unit(
                        "toy",
                        new Scope("", "1", "north"),
                        "toy.bucket",
                        new Cause("toy:ListBuckets", Status.VALUE, "", Text.EMPTY),
                        1)
                .call("1", "north", new Cause("toy:GetLock", Status.DENIED, "toy.lock.read", Text.EMPTY), 2)
                .data();

        assertThat(summary(data, Language.EN, Style.PLAIN, 80)).contains("""
                What could not be seen
                  Calls refused:
                         2  toy:GetLock  denied
                """);
    }

    @Test
    void theSameInChinese() {
        assertThat(summary(RichScan.in(folder), Language.ZH, Style.PLAIN, 80)).isEqualTo("""
                Lakeside Group 湖滨集团
                3 个账号 · 2 个区域 · 13 个资产 · 8 条规则 · 2026-01-01 00:00:00 UTC

                本报告存在未能查看的部分。
                有 12 个列表未能读取，因此可能存在下文未列出的资产。有 45 次调用被拒绝或失败。有
                13 个资产缺少所请求的字段。有 26 项判定为“未知”。
                finance：回放自 2025-12-24 18:30:00 UTC 的录制数据，并非实时读取。

                      ✕ 不合规  ? 未知  ✓ 合规  – 不适用  ○ 人工
                严重         5      10       7         0       3
                高危        18       3      51         0       0
                中危         0      13       0         0       0
                低危         6       0       4         3       0
                合计        29      26      62         3       3

                组织架构
                                  账号  资产        ✕ 不合规  ? 未知
                  Lakeside Group     3    13  117 项中 29 项      26
                    Finance          1     3    35 项中 9 项       7
                    Harbour          2    10   82 项中 20 项      19
                      Shipping       1     4   38 项中 10 项       8

                问题最严重的资产
                  严重 1 项  payroll-1234
                             aws.s3.bucket · Lakeside Group/Harbour · 123456789012 · eu-central…
                  严重 1 项  invoices-2026-1234
                             aws.s3.bucket · Lakeside Group/Harbour · 123456789012 · eu-west-1
                  严重 1 项  payroll-2109
                             aws.s3.bucket · Lakeside Group/Harbour/Shipping · 210987654321 · e…
                  严重 1 项  invoices-2026-2109
                             aws.s3.bucket · Lakeside Group/Harbour/Shipping · 210987654321 · e…
                  严重 1 项  invoices-2026-3456
                             aws.s3.bucket · Lakeside Group/Finance · 345678901234 · eu-west-1
                  高危 1 项  sg-0f0a7c3d91e1
                             aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · e…
                  高危 1 项  sg-0f0a7c3d91e1
                             aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · e…
                  高危 1 项  sg-0f10a7c3d91e1
                             aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · e…
                  高危 1 项  sg-0f15a7c3d91e1
                             aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · e…
                  高危 1 项  sg-0f5a7c3d91e1
                             aws.ec2.security_group · Lakeside Group/Harbour · 123456789012 · e…

                最严重的规则
                  严重  ✕ 5   存储桶不能被互联网上的任何人读取
                              bucket-not-public
                  高危  ✕ 18  SSH 端口未对互联网开放
                              security-group-ssh-closed
                  低危  ✕ 6   存储桶已记录访问日志
                              bucket-access-logged

                覆盖情况
                  合计          已读取 45 · 无资产 126 · 被拒绝 9 · 被限流 3 · 未启用 3
                                未请求 1 · 未知 123 项中 26 项
                  123456789012  已读取 15 · 无资产 42 · 被拒绝 3 · 被限流 1 · 未启用 1
                                未知 46 项中 11 项
                  210987654321  已读取 15 · 无资产 42 · 被拒绝 3 · 被限流 1 · 未启用 1
                                未请求 1 · 未知 40 项中 8 项
                  345678901234  已读取 15 · 无资产 42 · 被拒绝 3 · 被限流 1 · 未启用 1
                                未知 37 项中 7 项

                未能看到的内容
                  未能列出的资产类型：
                         9  kms:ListKeys  被拒绝
                         3  rds:DescribeDBInstances  被限流
                  判定为“未知”的原因：
                        13  s3:GetBucketVersioning  被拒绝
                         9  kms:ListKeys  被拒绝
                         7  s3:GetBucketPolicy  被拒绝
                         3  rds:DescribeDBInstances  被限流
                  授予以下 3 项权限，可使 23 项“未知”判定得出结果。
                        +9  kms:ListKeys  累计 9 项
                        +7  s3:GetBucketVersioning  累计 16 项
                        +7  s3:GetBucketPolicy  累计 23 项
                """);
    }

    @ParameterizedTest
    @EnumSource
    void noLineIsWiderThanTheTerminal(Language language) {
        ReportData rich = RichScan.in(folder.resolve("rich"));
        ReportData hostile = HostileScan.in(folder.resolve("hostile"));
        for (int columns : new int[] {60, 80, 120}) {
            assertThat(summary(rich, language, Style.PLAIN, columns).lines())
                    .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(columns));
            assertThat(summary(hostile, language, Style.PLAIN, columns).lines())
                    .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void nothingFromTheCloudSteersTheTerminal() {
        assertThat(summary(HostileScan.in(folder), Language.EN, Style.PLAIN, 80).replace("\n", ""))
                .contains("\\u001b[2J")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
    }

    @Test
    void coloursAddNothingButColours() {
        ReportData data = RichScan.in(folder);
        String coloured = summary(data, Language.EN, Style.COLOURED, 80);
        assertThat(coloured).contains("\u001b[31m✕ FAIL\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(summary(data, Language.EN, Style.PLAIN, 80));
    }

    @Test
    void aScanWithoutGapsSaysSoAndNamesNone() {
        ReportData data = new ToyScan(folder)
                .unit("toy", Scans.NORTH, "toy.bucket", ToyScan.LISTED, 0)
                .data();
        assertThat(summary(data, Language.EN, Style.PLAIN, 80)).isEqualTo("""
                Lakeside Group
                1 account · 0 regions · 0 assets · 0 rules · 2026-01-01 00:00:00 UTC

                Nothing is missing.
                Every call that this scan needed was answered.

                No rule judged anything.

                Coverage
                  1001  empty 1
                """);
    }

    @Test
    void aScanThatWasCutOffSaysSo() {
        ReportData data = new ToyScan(folder).cutOff().data();
        assertThat(summary(data, Language.EN, Style.PLAIN, 80)).contains("cut off before it came to its end");
    }

    @Test
    void aScanWhoseEveryCallWasAnsweredDoesNotClaimThatNothingIsMissingWhereAVerdictIsUnknown() {
        ReportData data = new ToyScan(folder)
                .rule(Scans.NOT_PUBLIC)
                .unit("toy", Scans.NORTH, "toy.bucket", ToyScan.LISTED, 1)
                .finding(
                        Scans.NOT_PUBLIC.id(),
                        ToyScan.subject("toy.bucket", Scans.NORTH, "a"),
                        Verdict.UNKNOWN,
                        List.of(),
                        List.of(Cause.notCollected("files:ReadCsv", "")),
                        Text.EMPTY)
                .data();
        assertThat(summary(data, Language.EN, Style.PLAIN, 80))
                .contains("Every call was answered, yet not every verdict is known.", "1 verdict is UNKNOWN")
                .doesNotContain("Nothing is missing");
    }

    @Test
    void aVerdictThatItsRuleCouldNotWorkOutIsAGap() {
        ReportData data = new ToyScan(folder)
                .rule(Scans.NOT_PUBLIC)
                .unit("toy", Scans.NORTH, "toy.bucket", ToyScan.LISTED, 1)
                .finding(
                        Scans.NOT_PUBLIC.id(),
                        ToyScan.subject("toy.bucket", Scans.NORTH, "a"),
                        Verdict.UNKNOWN,
                        List.of(),
                        List.of(new Cause("rule", Status.FAILED, "", Text.quoted("attributes.Policy is absent"))),
                        Text.EMPTY)
                .data();
        assertThat(summary(data, Language.EN, Style.PLAIN, 80))
                .contains("This report has gaps.", "1 verdict could not be worked out: its rule broke");
    }
}
