package io.nephoscope.cli.report.sheet;

import io.nephoscope.inventory.doc.Text;
import java.util.Locale;

/** What heads a column of a table for spreadsheets, or names a figure of one: for programs by its own name in small letters. */
public enum Heading {
    ACCOUNT("账号"),
    ACCOUNT_NAME("账号名称"),
    ACCOUNTS("账号数"),
    ACCOUNTS_LOST("无法访问的账号数"),
    ACCOUNTS_REACHED("已访问的账号数"),
    ALL("合计"),
    ASSET("资产标识"),
    ASSETS("资产数"),
    ASSETS_BEFORE("当时的资产数"),
    ASSETS_BY_KIND("各类别的资产数"),
    ATTESTED("依据声明"),
    BEFORE("当时"),
    BROKEN("规则求值出错"),
    CALL("调用"),
    CALLS("调用"),
    CAUSE("未知的原因"),
    CERTAIN("确定"),
    COVERAGE("覆盖情况"),
    CHANGE("变化"),
    CUT_OFF("被中断"),
    EVIDENCE("观察到的内容"),
    EXPECTED("预计"),
    FACETS("特征"),
    FAIL("不合规数"),
    FEWER("资产数明显减少"),
    FINGERPRINT("指纹"),
    GAPS("缺口"),
    GONE("已删除数"),
    GRANT("授权的作用"),
    ITEM("对象"),
    KIND("类别"),
    KNOWN("可得出的判定数"),
    LISTINGS("未能读取的列表数"),
    LOST("不再读取"),
    MADE("实际"),
    MEASURE("指标"),
    MESSAGE("说明"),
    MISSING("缺少的内容"),
    MLPS_LEVEL("等保级别"),
    NAME("名称"),
    NATIVE_ID("原始标识"),
    NOW("本次"),
    OBSERVED_AT("读取时间"),
    OF("应判定数"),
    OUTCOME("结果"),
    OUTSIDE_REGIONS("请求区域之外的资产数"),
    OWNER("责任人"),
    PERMISSION("权限"),
    PERMISSIONS("所需权限"),
    PROVIDER("云服务商"),
    RANK("次序"),
    REASON("原因"),
    REFERENCES("依据条款"),
    REGION("区域"),
    REMEDIATION("整改方法"),
    RETRIES("重试"),
    RULE("规则"),
    SCAN("扫描"),
    SECTION("部分"),
    SEVERITY("严重程度"),
    STATEMENTS("声明与豁免"),
    STATUS("读取状态"),
    TAGS("标签"),
    BRANCH("分支机构"),
    BRANCH_KIND("分支机构的资产类别"),
    BRANCH_SEVERITY("分支机构的严重程度"),
    TITLE("标题"),
    TYPE("类型"),
    TYPES("未读取的类型数"),
    UID("资产标识"),
    UNKNOWN("未知"),
    VALUE("数值"),
    VERDICT("判定"),
    WAITING("等待该权限的判定数"),
    WAITING_ALONE("仅缺该权限的判定数"),
    WAIVED("豁免"),
    WAIVED_BY("豁免责任人"),
    WAIVED_UNTIL("豁免截止日期"),
    WAIVER_REASON("豁免理由"),
    WARNINGS("需要核对的项数"),
    WORST_RULES("最严重的规则");

    private final String zh;

    Heading(String zh) {
        this.zh = zh;
    }

    public Text text() {
        return Text.of(name().toLowerCase(Locale.ROOT), zh);
    }
}
