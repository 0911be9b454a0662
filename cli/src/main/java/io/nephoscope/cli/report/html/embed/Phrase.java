package io.nephoscope.cli.report.html.embed;

import io.nephoscope.cli.report.Word;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;

/** What the table of findings and the pages behind it say. {@code {0}} stands for what the script fills in. */
public enum Phrase {
    TITLE("Findings and assets", "判定与资产"),
    LOADING("Unpacking the data…", "正在解包数据…"),
    TOO_OLD(
            "This browser cannot unpack the data of this report. A newer one can; the JSON and CSV reports hold the same.",
            "当前浏览器无法解包本报告的数据，请使用较新的浏览器；JSON 和 CSV 报告内容相同。"),
    DAMAGED(
            "The data of this page cannot be read: the file is damaged. The JSON and CSV reports hold the same.",
            "无法读取本页的数据：文件已损坏；JSON 和 CSV 报告内容相同。"),
    VIEW("View", "视图"),
    VIEW_FINDINGS("Findings", "判定"),
    VIEW_RULES("By rule", "按规则"),
    VIEW_ASSETS("By asset", "按资产"),
    FILTERS("Filters", "筛选"),
    SEARCH("Search names, ids, tags, messages…", "搜索名称、标识、标签、说明…"),
    CLEAR("Clear all", "清除全部"),
    REMOVE("Remove the filter {0}", "移除筛选条件 {0}"),
    COUNT_OF("{0} of {1}", "{0} / 共 {1}"),
    NOTHING("Nothing matches these filters.", "没有符合筛选条件的内容。"),
    COLUMNS("Columns", "列"),
    COPY("Copy as CSV", "复制为 CSV"),
    COPIED("{0} rows copied", "已复制 {0} 行"),
    COPY_BY_HAND("The browser does not let the page copy. Copy this text:", "浏览器不允许页面写入剪贴板，请手动复制以下文本："),
    FIND_VALUE("Find a value", "查找取值"),
    MORE_VALUES("{0} more: type to find them", "另有 {0} 项，请输入以查找"),
    YES("yes", "是"),
    NO("no", "否"),
    NONE("(none)", "（无）"),
    NOT_READ(Word.NOT_READ),
    ABSENT(Word.ABSENT),
    NO_BRANCH(Word.NO_BRANCH),
    EVERY_REGION(Word.EVERY_REGION),
    ANYTHING(Word.ANYTHING),
    VERDICT(Word.VERDICT),
    SEVERITY(Word.SEVERITY),
    RULE(Word.RULE),
    ASSET(Word.ASSET),
    NATIVE_ID("Id", "标识"),
    UID("Uid", "资产 UID"),
    TYPE(Word.TYPE),
    KIND(Word.KIND),
    PROVIDER("Cloud", "云服务商"),
    ACCOUNT(Word.ACCOUNT),
    REGION(Word.REGION),
    BRANCH(Word.BRANCH),
    OWNER("Owner", "责任人"),
    WAIVED("Waived", "已豁免"),
    ATTESTED("Stated", "依据声明"),
    MESSAGE("Message", "说明"),
    TITLE_OF_RULE("Title of the rule", "规则标题"),
    TAGS("Tags", "标签"),
    FINGERPRINT("Fingerprint", "指纹"),
    OBSERVED("Seen", "读取时间"),
    YOUR_TIME("{0} where you are", "本地时间 {0}"),
    CALLS("Calls", "调用"),
    CALL(Word.CALL),
    FIELD("Field", "字段"),
    VALUE("Value", "取值"),
    CLOSE("Close", "关闭"),
    FACETS("Facets", "特征"),
    ATTRIBUTES("Attributes", "属性"),
    RELATIONS("Relations", "关联"),
    VERDICTS(Word.VERDICTS),
    NO_VERDICTS("No chosen rule judges such an asset.", "所选规则均不判定此类资产。"),
    UNKNOWN("What is unknown", "未知的内容"),
    OUTCOME(Word.HOW_IT_ENDED),
    PERMISSION_TO_GRANT("Permission to grant", "需授予的权限"),
    PROVIDER_SAID(Word.PROVIDER_SAID),
    WHAT_WAS_NOT_READ("What was not read", "未读取的内容"),
    NEEDS("Needs", "需要"),
    READ("What was read", "读取的内容"),
    CONDITION("The condition, with what it read", "判定条件及其读取的内容"),
    EXPLAIN("How each part came out, from the snapshot", "逐步求值过程（需要快照）"),
    CAME_OUT("It came out: {0}.", "结果：{0}。"),
    NOT_KNOWN("not known", "未知"),
    WRONG("What is wrong", "问题"),
    WHY(Word.WHY),
    MEND(Word.MEND),
    CONSOLE(Word.CONSOLE),
    COMMAND_LINE(Word.COMMAND_LINE),
    TERRAFORM(Word.TERRAFORM),
    IN_ACCOUNT("In the account {0}:", "在账号 {0} 中执行："),
    FILLED("Filled in from this asset: {0}.", "已按该资产填入：{0}。"),
    UNFILLED(
            "Not filled in, since the value holds characters that a command line could take for more than a name: {0}.",
            "以下内容含有命令行可能误读的字符，未予填入：{0}。"),
    COPY_TEXT("Copy", "复制"),
    COPIED_TEXT("Copied", "已复制"),
    REFERENCES(Word.REFERENCES),
    MISSING("What is missing", "缺少的内容"),
    ATTEST("An attestation, for whoever can answer for it", "声明模板，由能够负责的人填写"),
    ATTEST_VALUE("what it is", "实际取值"),
    ATTEST_STATEMENT("what you state, in a sentence", "一句话说明所声明的内容"),
    ATTEST_OWNER("who answers for it", "责任人"),
    ATTEST_EVIDENCE("where the proof lies", "依据所在"),
    ATTEST_DATE("a date, within a year", "日期，一年以内"),
    STATED("Stated, not read", "依据声明而非读取"),
    STATEMENT("{0}: {1} {2} answers for it until {3}. Proof: {4}", "{0}：{1} 责任人 {2}，有效期至 {3}，依据 {4}"),
    WAIVED_BY(Word.WAIVED_MARK),
    NOT_FOUND("The link leads to something that this report does not hold.", "链接所指的内容不在本报告中。");

    private final String en;
    private final String zh;

    Phrase(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** What other parts of reports say too. */
    Phrase(Word word) {
        this(word.text().en(), word.text().zh());
    }

    String in(Language language) {
        return Text.of(en, zh).in(language);
    }
}
