package io.nephoscope.cli.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvReportsTest {
    @TempDir
    private Path folder;

    private static List<CSVRecord> rows(String csv) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String forPrograms(ReportFormat format, ReportData data) {
        return Written.report(format.report(new ReportFormat.Options(Language.ZH, false, true)), data);
    }

    @Test
    void theFindingsOfASmallScanReadLikeThisInChinese() {
        String csv = Written.report(ReportFormat.CSV, Language.ZH, Scans.small(folder));
        assertThat(csv)
                .startsWith("""
                        "判定","严重程度","规则","标题","资产标识","名称","原始标识","类型","类别","云服务商","分支机构","账号","账号名称","区域","责任人","说明","观察到的内容","缺少的内容","所需权限","整改方法","依据条款","读取时间","指纹","依据声明","豁免截止日期","豁免责任人","豁免理由"
                        "不合规","严重","bucket-not-public","存储桶未公开",""".replace("\n", "\r\n"))
                .contains("\"未知\",\"中危\",\"bucket-versioned\"")
                .contains("\"facets.versioned=（未读取） [toy:GetPolicy]\"")
                .contains("\"facets.versioned=（不存在） [toy:ListBuckets]\"")
                .contains("\"toy:GetPolicy 被拒绝 (AccessDenied: not authorised)\"");
    }

    @Test
    void theFiguresOfASmallScanReadLikeThisInChinese() {
        String csv = Written.report(ReportFormat.SUMMARY_CSV, Language.ZH, Scans.small(folder));
        assertThat(csv)
                .startsWith("""
                        "部分","云服务商","分支机构","账号","对象","结果","权限","指标","数值"
                        "扫描","","","","","","","资产数","2"
                        "缺口","","","","","","","被中断","0"
                        """.replace("\n", "\r\n"))
                .contains("\"未知的原因\",\"\",\"\",\"\",\"toy:GetPolicy\",\"被拒绝\",\"toy:GetPolicy\",\"未知\",\"1\"");
    }

    @Test
    void theFindingsOfASmallScanReadLikeThis() {
        String csv = forPrograms(ReportFormat.CSV, Scans.small(folder));
        assertThat(csv).isEqualTo("""
                "verdict","severity","rule","title","asset","name","native_id","type","kind","provider","branch","account","account_name","region","owner","message","evidence","missing","permissions","remediation","references","observed_at","fingerprint","attested","waived_until","waived_by","waiver_reason"
                "FAIL","critical","bucket-not-public","存储桶未公开","toy:1001:north:toy.bucket:ledger","ledger","ledger","toy.bucket","storage.bucket","toy","Lakeside Group/Harbour","1001","","north","","任何人都可以读取该存储桶。","facets.public=true [toy:ListBuckets]","","","打开存储桶并关闭公开访问。","Toy manual","2026-01-01T00:00:01Z","13bbcb1c","","","",""
                "UNKNOWN","medium","bucket-versioned","存储桶保留历史版本","toy:1001:north:toy.bucket:ledger","ledger","ledger","toy.bucket","storage.bucket","toy","Lakeside Group/Harbour","1001","","north","","未读取。","facets.versioned=(unknown) [toy:GetPolicy]","toy:GetPolicy denied (AccessDenied: not authorised)","toy:GetPolicy","","","2026-01-01T00:00:01Z","b7795c0a","","","",""
                "PASS","critical","bucket-not-public","存储桶未公开","toy:1001:north:toy.bucket:photos","photos","photos","toy.bucket","storage.bucket","toy","Lakeside Group/Harbour","1001","","north","","","facets.public=false [toy:ListBuckets]","","","","Toy manual","2026-01-01T00:00:01Z","1abea634","","","",""
                "NOT_APPLICABLE","medium","bucket-versioned","存储桶保留历史版本","toy:1001:north:toy.bucket:photos","photos","photos","toy.bucket","storage.bucket","toy","Lakeside Group/Harbour","1001","","north","","","facets.versioned=(absent) [toy:ListBuckets]","","","","","2026-01-01T00:00:01Z","be7c3722","","","",""
                "UNKNOWN","critical","bucket-not-public","存储桶未公开","toy:1001:south:toy.bucket:*","*","*","toy.bucket","storage.bucket","toy","Lakeside Group/Harbour","1001","","south","","","","toy:ListBuckets denied (AccessDenied)","toy:ListBuckets","","Toy manual","","2cb7e2cf","","","",""
                """.replace("\n", "\r\n"));
    }

    @Test
    void theAssetsOfASmallScanReadLikeThis() {
        String csv = Written.report(ReportFormat.ASSETS_CSV, Language.EN, Scans.small(folder));
        assertThat(csv).isEqualTo("""
                "uid","type","kind","native_id","name","branch","account","region","tags","facets","unknown","observed_at","calls"
                "toy:1001:north:toy.bucket:ledger","toy.bucket","storage.bucket","ledger","ledger","Lakeside Group/Harbour","1001","north","env=prod; owner=finance","public=true; versioned=(unknown); owner=(absent)","attributes.Versioned: toy:GetPolicy denied; facets.versioned: toy:GetPolicy denied","2026-01-01T00:00:01Z","toy:ListBuckets"
                "toy:1001:north:toy.bucket:photos","toy.bucket","storage.bucket","photos","photos","Lakeside Group/Harbour","1001","north","","public=false; versioned=(absent); owner=(absent)","","2026-01-01T00:00:01Z","toy:ListBuckets"
                """.replace("\n", "\r\n"));
    }

    @Test
    void tagsAndANameThatAreUnknownStandInTheTableAsSuch() {
        Unknown denied = Unknown.because(ToyScan.POLICY_DENIED);
        ReportData data = new ToyScan(folder)
                .asset(ToyScan.BUCKET, Scans.NORTH, Doc.of("Name", "a"), denied, denied)
                .asset(ToyScan.BUCKET, Scans.NORTH, Doc.of("Name", "b"), "b", Doc.of("env", "x", Doc.OTHERS, denied))
                .data();

        assertThat(Written.report(ReportFormat.ASSETS_CSV, Language.EN, data))
                .contains("\"a\",\"a\",\"Lakeside Group/Harbour\",\"1001\",\"north\",\"(unknown)\",")
                .contains("\"name: toy:GetPolicy denied; tags: toy:GetPolicy denied")
                .contains("\"north\",\"env=x; *=(unknown)\",")
                .contains("\"tags.*: toy:GetPolicy denied");
    }

    @Test
    void theCoverageOfASmallScanReadsLikeThisInChinese() {
        String csv = Written.report(ReportFormat.COVERAGE_CSV, Language.ZH, Scans.small(folder));
        assertThat(csv).startsWith("""
                "云服务商","分支机构","账号","区域","类型","读取状态","资产数","请求区域之外的资产数","已删除数","调用","权限","说明"
                "toy","Lakeside Group/Harbour","1001","*","*","未请求","0","0","0","","","不在请求的区域内"
                "toy","Lakeside Group/Harbour","1001","north","toy.bucket","已读取",""".replace("\n", "\r\n"));
    }

    @Test
    void theCoverageOfASmallScanReadsLikeThis() {
        String csv = forPrograms(ReportFormat.COVERAGE_CSV, Scans.small(folder));
        assertThat(csv).isEqualTo("""
                "provider","branch","account","region","type","status","assets","outside_regions","gone","call","permission","message"
                "toy","Lakeside Group/Harbour","1001","*","*","skipped","0","0","0","","","不在请求的区域内"
                "toy","Lakeside Group/Harbour","1001","north","toy.bucket","read","2","0","0","toy:ListBuckets","toy:ListBuckets",""
                "toy","Lakeside Group/Harbour","1001","south","toy.bucket","denied","0","0","0","toy:ListBuckets","toy:ListBuckets","AccessDenied"
                """.replace("\n", "\r\n"));
    }

    @Test
    void theFiguresOfASmallScanReadLikeThis() {
        String csv = Written.report(ReportFormat.SUMMARY_CSV, Language.EN, Scans.small(folder));
        assertThat(csv)
                .startsWith("""
                        "section","provider","branch","account","item","outcome","permission","measure","value"
                        "scan","","","","","","","assets","2"
                        "gaps","","","","","","","cut_off","0"
                        "gaps","","","","","","","listings","1"
                        """.replace("\n", "\r\n"))
                .contains("""
                        "account","toy","Lakeside Group/Harbour","1001","","","","UNKNOWN","2"
                        """.replace("\n", "\r\n"))
                .contains("""
                        "cause","","","","toy:GetPolicy","denied","toy:GetPolicy","UNKNOWN","1"
                        "cause","","","","toy:ListBuckets","denied","toy:ListBuckets","UNKNOWN","1"
                        "grant","","","","","","","permissions","2"
                        "grant","","","","","","","known","2"
                        "permission","","","","","","toy:GetPolicy","rank","1"
                        "permission","","","","","","toy:GetPolicy","waiting","1"
                        "permission","","","","","","toy:GetPolicy","waiting_alone","1"
                        "permission","","","","","","toy:GetPolicy","known","1"
                        "permission","","","","","","toy:ListBuckets","rank","2"
                        "permission","","","","","","toy:ListBuckets","waiting","1"
                        "permission","","","","","","toy:ListBuckets","waiting_alone","1"
                        "permission","","","","","","toy:ListBuckets","known","2"
                        "calls","","","","","","","certain","2"
                        "calls","","","","","","","expected","2"
                        "calls","","","","","","","made","3"
                        "calls","","","","","","","retries","0"
                        "call","toy","","","toy:GetPolicy","","toy:GetPolicy","certain","0"
                        "call","toy","","","toy:GetPolicy","","toy:GetPolicy","expected","0"
                        "call","toy","","","toy:GetPolicy","","toy:GetPolicy","made","1"
                        "call","toy","","","toy:GetPolicy","","toy:GetPolicy","retries","0"
                        "call","toy","","","toy:ListBuckets","","toy:ListBuckets","certain","2"
                        "call","toy","","","toy:ListBuckets","","toy:ListBuckets","expected","2"
                        "call","toy","","","toy:ListBuckets","","toy:ListBuckets","made","2"
                        "call","toy","","","toy:ListBuckets","","toy:ListBuckets","retries","0"
                        """.replace("\n", "\r\n"));
    }

    @Test
    void excelIsToldThatItIsUtf8WhereAskedFor() {
        ReportData data = Scans.small(folder);
        Report with = ReportFormat.CSV.report(new ReportFormat.Options(Language.EN, true, false));
        assertThat(Written.report(with, data))
                .isEqualTo("\uFEFF" + Written.report(ReportFormat.CSV, Language.EN, data));
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "ASSETS_CSV", "COVERAGE_CSV", "SUMMARY_CSV"})
    void noCellOfAHostileScanIsAFormulaOrHoldsAControlCharacter(ReportFormat format) {
        String csv = Written.report(format, Language.EN, HostileScan.in(folder));
        List<CSVRecord> rows = rows(csv);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(HostileScan.TEXTS.size());
        for (CSVRecord row : rows) {
            for (String cell : row) {
                for (String line : cell.split("\n", -1)) {
                    assertThat(line.stripLeading()).doesNotContainPattern("^[=+\\-@＝＋－＠]");
                    assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
                }
            }
        }
    }

    @Test
    void thereIsARowForEachFindingAndForEachAsset() {
        ReportData data = RichScan.in(folder);
        assertThat(rows(Written.report(ReportFormat.CSV, Language.EN, data)))
                .hasSize((int) data.tally().verdicts().total());
        assertThat(rows(Written.report(ReportFormat.ASSETS_CSV, Language.EN, data)))
                .hasSize(data.snapshot().size());
    }
}
