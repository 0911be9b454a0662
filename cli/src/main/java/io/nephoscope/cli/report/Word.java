package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;

/**
 * Every text of ours that a report or a summary may hold, in both languages. {@code {0}} stands for the first argument; a bar in an
 * English text parts the form for one from the form for any other number.
 */
public enum Word {
    REPORT("Cloud posture report", "云安全态势报告"),
    SKIP_TO_FINDINGS("Skip to the findings", "跳到判定明细"),
    CONTENTS("Contents", "目录"),

    WHEN("When", "扫描时间"),
    EXTENT("How much", "扫描规模"),
    REGIONS_LOOKED_AT("{0} region, {1} with assets|{0} regions, {1} with assets", "{0} 个区域，其中 {1} 个有资产"),
    AS_WHOM("As whom", "扫描身份"),
    TARGETS_NAMED("Through {0}.", "通过 {0}。"),
    IDENTITIES_UNTOLD("A snapshot does not record who asked.", "快照不记录查询者的身份。"),
    SEEN("{0} of {1} listings were answered, {2} of {3} verdicts are known.", "{1} 个列表中 {0} 个得到应答，{3} 项判定中 {2} 项有结论。"),
    FINDINGS("Findings", "判定明细"),
    PRINT_ALL("Print everything, also what is folded below", "打印全部内容，包括以下折叠部分"),
    WORST_FIRST("Worst first", "最严重的在前"),

    BRANCH_MAP("Branches by severity", "分支机构与严重程度"),
    BRANCH_MAP_SENTENCE(
            "Each branch with all that lies below it: of the verdicts that can be PASS or FAIL, how many are FAIL. ?2: 2 of them are"
                    + " UNKNOWN.",
            "每个节点均包含其全部下级：在可判定合规与否的判定中，有多少项不合规。“?2”表示其中 2 项未知。"),
    CELLS_LEAD_TO_FINDINGS("Each cell leads to its findings.", "点击单元格可查看相应判定。"),
    HEAT_CELL("{0}, {1}: {2} FAIL and {3} UNKNOWN of {4}", "{0}，{1}：{4} 项中不合规 {2} 项、未知 {3} 项"),
    SHARE_FAILING("FAIL", "不合规占比"),
    SHARE_UNKNOWN("UNKNOWN, hatched", "未知占比（斜线）"),

    ACCOUNT_MAP("Accounts by type", "账号与资产类型"),
    ACCOUNT_MAP_SENTENCE(
            "What was read of each type in each account, and what was not. A number counts assets; a letter is the worst answer of all"
                    + " regions, striped where others answered better.",
            "各账号中各类型的读取情况。数字为资产数；文字表示所有区域中最差的结果，带条纹表示其他区域的结果较好。"),
    CELLS_LEAD_TO_ASSETS("Each cell leads to its assets.", "点击单元格可查看相应资产。"),
    READ_BUT_UNKNOWN("read, and a verdict is UNKNOWN", "已读取，但有判定未知"),
    EVERYWHERE("Everywhere {0}: {1}.", "各账号均为“{0}”：{1}。"),
    IN_REGIONS("{1} in {0} region|{1} in {0} regions", "{0} 个区域{1}"),

    WORST("Worst findings", "最严重的不合规项"),
    WORST_ALL("Everything that failed.", "以下为全部不合规项。"),
    WORST_SENTENCE(
            "{0} of what failed, the worst first, chosen evenly over branches; {1} more are in the JSON and CSV reports, and here where"
                    + " a browser runs the page's script.",
            "列出 {0} 个最严重的不合规项，按分支机构均衡选取；其余 {1} 个见 JSON 和 CSV 报告，或在启用脚本的浏览器中查看本页。"),
    NOT_KNOWN("What is not known", "无法判定的内容"),
    NOT_KNOWN_ALL("Every UNKNOWN verdict, and what it lacks.", "以下为全部“未知”判定及其缺少的内容。"),
    NOT_KNOWN_SENTENCE(
            "{0} of the UNKNOWN verdicts, the worst severity first, chosen evenly over branches; {1} more are in the JSON and CSV"
                    + " reports, and here where a browser runs the page's script.",
            "列出 {0} 项“未知”判定，严重程度高的在前，按分支机构均衡选取；其余 {1} 项见 JSON 和 CSV 报告，或在启用脚本的浏览器中查看本页。"),
    ANYTHING("anything that may be there", "可能存在的任何资产"),

    COMPLETE("Nothing is missing.", "没有遗漏。"),
    ANSWERED("Every call was answered, yet not every verdict is known.", "每一次调用都得到了应答，但并非每项判定都有结论。"),
    ANSWERED_SENTENCE(
            "{0} verdict is UNKNOWN, since its source does not hold what the rule reads.|{0} verdicts are UNKNOWN, since their sources do not hold what the rules read.",
            "有 {0} 项判定为“未知”：数据来源中没有规则所需的内容。"),
    UNASKED_SENTENCE(
            "{0} verdict is UNKNOWN, since a call that its rule needs was not asked for.|{0} verdicts are UNKNOWN, since calls that their rules need were not asked for.",
            "有 {0} 项判定为“未知”：规则所需的调用未被请求。"),
    STATED_IN_PART("Every verdict is known, some by a statement alone.", "所有判定均已得出，其中部分仅依据声明。"),
    COMPLETENESS_WHOLE("Every call that this scan needed was answered.", "本次扫描所需的每一次调用都得到了应答。"),
    INCOMPLETE("This report has gaps.", "本报告存在未能查看的部分。"),
    COMPLETENESS_CUT_OFF("The scan was cut off before it came to its end.", "扫描未运行至结束即被中断。"),
    COMPLETENESS_SIGNED_OUT(
            "The credentials of {0} account expired or were refused; with good ones, --resume reads what is missing.|"
                    + "The credentials of {0} accounts expired or were refused; with good ones, --resume reads what is missing.",
            "有 {0} 个账号的凭证已过期或不被接受；更换有效凭证后，可用 --resume 补读缺失的内容。"),
    COMPLETENESS_GONE(
            "{0} asset was listed, and gone before its details were read.|"
                    + "{0} assets were listed, and gone before their details were read.",
            "有 {0} 个资产列出后、读取详情前已被删除。"),
    COMPLETENESS_LISTINGS(
            "{0} listing was not answered, so assets may exist that appear nowhere below.|"
                    + "{0} listings were not answered, so assets may exist that appear nowhere below.",
            "有 {0} 个列表未能读取，因此可能存在下文未列出的资产。"),
    COMPLETENESS_CALLS("{0} call was refused or failed.|{0} calls were refused or failed.", "有 {0} 次调用被拒绝或失败。"),
    COMPLETENESS_ASSETS(
            "{0} asset lacks a field that was asked for.|{0} assets lack fields that were asked for.",
            "有 {0} 个资产缺少所请求的字段。"),
    COMPLETENESS_BROKEN(
            "{0} verdict could not be worked out: its rule broke on what was read.|"
                    + "{0} verdicts could not be worked out: their rules broke on what was read.",
            "有 {0} 项判定因规则求值出错而无法得出。"),
    COMPLETENESS_TYPES(
            "{0} type that rules judge was not read; scan again to read it.|"
                    + "{0} types that rules judge were not read; scan again to read them.",
            "有 {0} 种规则所判定的资产类型未被读取，请重新扫描。"),
    COMPLETENESS_UNKNOWN("{0} verdict is UNKNOWN.|{0} verdicts are UNKNOWN.", "有 {0} 项判定为“未知”。"),
    COMPLETENESS_ATTESTED(
            "{0} verdict rests on a statement, and not on what was read.|"
                    + "{0} verdicts rest on statements, and not on what was read.",
            "有 {0} 项判定依据责任人的声明，而非实际读取。"),
    SHRUNK("Less was seen than before.", "看到的内容少于基线扫描。"),
    SHRUNK_LOST(
            "{0} account, region or type that the scan of {1} read was not read now.|"
                    + "{0} accounts, regions or types that the scan of {1} read were not read now.",
            "{1} 的扫描中已读取的账号、区域或类型，有 {0} 项本次未读取。"),
    SHRUNK_FEWER(
            "There are far fewer assets of {0} type than in the scan of {1}.|"
                    + "There are far fewer assets of {0} types, counted by account, than in the scan of {1}.",
            "与 {1} 的扫描相比，有 {0} 项（按账号和类型）的资产数明显减少。"),
    SINCE("Since the scan of {0}", "与 {0} 的扫描相比"),
    SINCE_NOTHING("Whatever was read then was read now.", "当时读取的内容本次均已读取。"),
    LOST("Read then, not read now", "当时已读取、本次未读取"),
    LOST_SENTENCE(
            "What is no longer seen no longer fails. Skipped: nobody asked for it this time.",
            "看不到的内容不会再显示为不合规。“未请求”指本次未请求该内容。"),
    FEWER("Far fewer assets", "资产数明显减少"),
    FEWER_SENTENCE(
            "Types of which an account has more than {0} percent fewer assets, or none any more.",
            "账号中某类型的资产减少超过 {0}%，或已全部消失。"),
    REGION("Region", "区域"),
    NOW("Now", "本次"),
    ASSETS_THEN("Assets then", "当时的资产数"),
    ASSETS_NOW("Assets now", "本次的资产数"),
    REPLAYED("{0}: replayed from a recording of {1}, not read live.", "{0}：回放自 {1} 的录制数据，并非实时读取。"),

    ACCOUNTS("{0} account|{0} accounts", "{0} 个账号"),
    REGIONS("{0} region|{0} regions", "{0} 个区域"),
    ASSETS("{0} asset|{0} assets", "{0} 个资产"),
    RULES("{0} rule|{0} rules", "{0} 条规则"),
    GAPS("{0} gap|{0} gaps", "{0} 处缺口"),
    MORE_ROWS("{0} more in the JSON and CSV reports.", "另有 {0} 项，见 JSON 和 CSV 报告。"),
    MORE_CHARACTERS("… ({0} more characters)", "…（另有 {0} 个字符）"),
    AND_MORE("and {0} more", "等，另有 {0} 个"),
    LIST_SEPARATOR(", ", "、"),
    ABSENT("(there is none)", "（不存在）"),
    NOT_READ("(not read)", "（未读取）"),

    SCANNED("What was scanned", "扫描范围"),
    ORGANISATION("Organisation", "组织"),
    SCAN_ID("Scan", "扫描编号"),
    STARTED("Started", "开始时间"),
    RESUMED("Cut off, and resumed", "中断后恢复"),
    FINISHED("Finished", "结束时间"),
    NOT_FINISHED("not finished", "未结束"),
    COLLECTED_WITH("Collected with", "采集工具"),
    REPORTED_WITH("Reported with", "报告工具"),
    TARGETS("What was asked for", "请求扫描的目标"),
    BRANCH("Branch", "分支机构"),
    NO_BRANCH("(no branch)", "（未归属分支）"),
    PROVIDER("Provider", "云服务商"),
    TARGET("Target", "目标"),
    REGIONS_ASKED("Regions asked for", "请求的区域"),
    EVERY_REGION("every region", "所有区域"),
    SOURCE("Source", "来源"),
    LIVE("read live", "实时读取"),
    RECORDED("replayed from a recording of {0}", "回放自 {0} 的录制数据"),

    UNSEEN("What could not be seen", "未能看到的内容"),
    UNSEEN_NOTHING(
            "Every call was answered, and every asset of the types and regions asked for is in this report.",
            "每一次调用均得到应答；所请求类型和区域内的全部资产均在本报告中。"),
    PERMISSIONS("Permissions that would help", "授予后可补全判定的权限"),
    UNKNOWN_VERDICTS("{0} UNKNOWN verdict|{0} UNKNOWN verdicts", "{0} 项“未知”判定"),
    PERMISSIONS_SENTENCE(
            "Granting this permission would make {1} known.|Granting these {0} permissions would make {1} known.",
            "授予以下 {0} 项权限，可使 {1}得出结果。"),
    PERMISSIONS_FIRST(
            "Granting the first of these permissions would make {1} known.|"
                    + "Granting the first {0} of these permissions would make {1} known.",
            "授予以下前 {0} 项权限，可使 {1}得出结果。"),
    PERMISSIONS_IN_VAIN(
            "Granting these permissions alone would make no verdict known: something else is missing too.",
            "仅授予以下权限仍不足以得出判定：还缺少其他内容。"),
    KNOWN_SO_FAR("{0} in all", "累计 {0} 项"),
    VERDICTS_KNOWN("Known with it and those above", "连同以上各项可得出的判定"),
    CAUSES("Why verdicts are UNKNOWN", "判定为“未知”的原因"),
    CAUSES_SENTENCE(
            "How many UNKNOWN verdicts name each cause. A verdict may name several.", "每种原因涉及的“未知”判定数；一项判定可能涉及多种原因。"),
    HOW_IT_ENDED("How it ended", "结果"),
    COLON(":", "："),
    PERMISSION("Permission", "权限"),
    CALLS_REFUSED("Calls refused", "被拒绝的调用"),
    ACCOUNT("Account", "账号"),
    VERDICTS_WAITING("Verdicts that wait for it", "等待该权限的判定"),
    VERDICTS_ALONE("… and for nothing else", "仅缺该权限的判定"),
    NOT_LISTED("Not listed", "未能列出的资产类型"),
    NOT_LISTED_SENTENCE(
            "Of these types there may be assets in these places. Nothing is claimed about them.",
            "下列位置可能存在这些类型的资产；本报告对其不作任何结论。"),
    CALLS_FAILED("Not answered in part", "部分未得到应答的调用"),
    CALLS_FAILED_SENTENCE(
            "These calls were to fill in single fields. The fields that they left open are unknown.",
            "这些调用用于读取个别字段；未能读取的字段均为未知。"),
    WHERE("Where", "位置"),
    TYPE("Type", "类型"),
    CALL("Call", "调用"),
    PROVIDER_SAID("The provider's words", "云服务商的答复"),
    EVERY_TYPE("every type", "所有类型"),

    COVERAGE("Coverage", "覆盖情况"),
    COVERAGE_SENTENCE(
            "The number of assets of each type in each region. 0: read, and there is none. –: the service is not offered or not"
                    + " enabled there. Empty: not asked for.",
            "各区域中各类型资产的数量。0：已读取，不存在；–：当地未提供或未启用该服务；空白：未请求。"),
    COVERAGE_EMPTY("Read everywhere, and nothing there: {0}.", "已在各处读取且不存在资产的类型：{0}。"),
    COVERAGE_SKIPPED(
            "{0} asset outside the regions asked for was seen and left out.|"
                    + "{0} assets outside the regions asked for were seen and left out.",
            "另见到 {0} 个位于请求区域之外的资产，未予收录。"),
    COVERAGE_BY_TYPE("Assets by type and region", "按类型和区域统计的资产"),
    COVERAGE_BY_ACCOUNT("Listings by account", "各账号的列表读取情况"),
    COVERAGE_BY_ACCOUNT_NOTE(
            "A listing is one type at one account and region. Skipped: nobody asked for it.",
            "每个账号、区域和类型的组合计为一次列表；“未请求”指不在请求范围内。"),
    SKIPPED_TYPE("not asked for", "不在请求之列"),
    SKIPPED_NO_RULE("read by no chosen rule", "所选规则均不读取"),
    SKIPPED_THOUGH_JUDGED("judged by rules, but not read by the scan; scan again to read it", "规则会判定，但扫描时未读取，请重新扫描"),
    SKIPPED_REGIONS("in regions that were not asked for", "不在请求的区域内"),
    SKIPPED_LIST("Skipped, {0}: {1}.", "未请求（{0}）：{1}。"),
    PART_OF("{0} of {1}", "{1} 项中 {0} 项"),
    COVERAGE_NONE("No account was reached.", "未能访问任何账号。"),

    BRANCHES("The organisation", "组织架构"),
    BRANCHES_SENTENCE("Each branch with all that lies below it.", "每个节点的数字均包含其全部下级。"),
    BRANCHES_DETAILS("What there is, and what is worst", "资产类别与最严重的规则"),
    ACCOUNTS_HEAD("Accounts", "账号"),
    ASSETS_HEAD("Assets", "资产"),
    ACCOUNTS_LOST("{0} lost", "{0} 个无法访问"),
    MLPS_LEVEL("MLPS level {0}", "等保 {0} 级"),
    KIND("Kind", "类别"),
    WITHIN("Of {0} and all that lies below it, and of nothing else.", "仅包含 {0} 及其全部下级。"),

    VERDICTS("Verdicts", "判定结果"),
    VERDICTS_SENTENCE("One verdict for each rule and each asset that it applies to.", "每条规则对其适用的每个资产给出一项判定。"),
    BY_SEVERITY("By severity", "按严重程度"),
    BY_ACCOUNT("By account", "按账号"),
    SEVERITY("Severity", "严重程度"),
    SHARE("Share", "占比"),
    ALL("All", "合计"),

    FAILURES_NONE("No rule failed on anything that was read.", "在已读取的内容中，没有不合规项。"),
    WHY("Why it matters", "风险说明"),
    CONDITION("Condition", "判定条件"),
    ASSET("Asset", "资产"),
    OBSERVED("What was observed", "观察到的内容"),
    FROM_CALL("from", "来自"),
    MEND("How to mend it", "整改方法"),
    CONSOLE("In the console", "控制台操作"),
    COMMAND_LINE("On the command line", "命令行"),
    TERRAFORM("In Terraform", "Terraform"),
    REFERENCES("References", "参考"),

    STATEMENTS("Statements and waivers", "声明与豁免"),
    ATTESTED(
            "{0} verdict rests on a statement, for what the rule needs was not read: {1}.|"
                    + "{0} verdicts rest on statements, for what the rules need was not read: {1}.",
            "有 {0} 项判定依据责任人的声明而非实际读取：{1}。"),
    ATTESTED_MARK("Stated, not read: {0}, by {1}, until {2} ({3})", "依据声明而非读取：{0}，责任人 {1}，有效期至 {2}（{3}）"),
    ATTESTED_VERDICTS("Verdicts that rest on statements", "依据声明的判定"),
    WAIVED(
            "{0} FAIL is waived, and no gate counts it: {1}.|{0} FAILs are waived, and no gate counts them: {1}.",
            "有 {0} 项不合规已被豁免，不计入门禁：{1}。"),
    WAIVED_MARK("Waived until {0} by {1}: {2}", "已由 {1} 豁免，有效期至 {0}：{2}"),
    STATEMENT_WARNINGS("Statements that need a look", "需要核对的声明与豁免"),
    STATEMENT_WARNING("{0}, line {1}: {2}", "{0} 第 {1} 行：{2}"),
    VERDICT("Verdict", "判定"),
    STATED("What was stated", "声明内容"),
    STATED_BY("{0} answers for it until {1}. Proof: {2}", "责任人 {0}，有效期至 {1}，依据 {2}"),

    RULE("Rule", "规则"),
    COUNT("Verdicts", "判定数"),
    NEEDS("needs", "需要"),

    CALLS_PLANNED("Calls planned and made", "计划与实际的调用"),
    CALLS_PLANNED_SENTENCE(
            "Certain: sent whatever there is. Expected: for the assets that were seen, where nothing has a second page. A further page"
                    + " is a call more; what an asset gives no cause to ask is a call less.",
            "“确定”：无论有何资产都会发出；“预计”：按所见资产计算，假定没有分页。每多一页多一次调用，资产无须查询的内容则少一次。"),
    CALLS_SUMMARY(
            "Calls: {0} expected for what was seen, {1} made, {2} tried again.", "调用：按所见资产预计 {0} 次，实际 {1} 次，重试 {2} 次。"),
    CALLS_CERTAIN("Certain", "确定"),
    CALLS_EXPECTED("Expected", "预计"),
    CALLS_MADE("Made", "实际"),
    CALLS_TRIED_AGAIN("Tried again", "重试"),

    MANUAL_SECTION("What a person must attest", "需人工确认的内容"),
    ALL_RULES("Every rule", "全部规则"),
    ALL_RULES_SENTENCE(
            "How often each rule reached each verdict. A rule of only zeros met no asset.",
            "每条规则各判定结果的次数。全为零的规则未遇到适用的资产。"),

    HOW_TO_READ("How to read this report", "阅读说明"),
    PASS_MEANS("Everything that the rule needs was read, and it is good.", "规则所需内容均已读取，且符合要求。"),
    FAIL_MEANS("What the rule needs was read, and it is not good.", "规则所需内容已读取，且不符合要求。"),
    UNKNOWN_MEANS(
            "Something that the rule needs was not read. It may be good or bad; the call and the permission are named.",
            "规则所需内容未能读取，可能合规也可能不合规；报告列明了相应的调用和权限。"),
    NOT_APPLICABLE_MEANS("The rule does not speak of such an asset.", "规则不适用于该资产。"),
    MANUAL_MEANS("No program can tell; a person must attest it.", "程序无法判断，须由人工确认。"),

    EXIT("exit {0}: {1}", "退出码 {0}：{1}"),
    GATE("{0} {1}, {2}", "{0}{1}，依据 {2}"),
    GATE_NEW("{0} new {1}, {2}", "{0}新增{1}，依据 {2}"),
    GATE_REVEALED("{0}; of {1} of them the baseline did not know", "{0}；其中 {1} 项在基线中未知"),
    GATE_COUNT("{0} {1}", "{1} {0} 项"),
    AND_GATE("; ", "；另有"),
    EXIT_INCOMPLETE("{0} {1} ends with 0.", "{0}加上 {1} 则以 0 退出。"),
    EXIT_DOCTOR("{0} rule would be UNKNOWN.|{0} rules would be UNKNOWN.", "有 {0} 条规则将无法判定。"),
    EXIT_IMPORT("{0} row does not come in whole.|{0} rows do not come in whole.", "有 {0} 行未能完整导入。"),
    EXIT_SHRUNK("{0} By {1}; {2} ends with 0.", "{0}依据 {1}；加上 {2} 则以 0 退出。"),

    FINDING_SAYS("What the rule says", "判定说明"),
    MISSING_CALLS("What is missing", "缺少的内容"),
    NEEDS_PERMISSION("(permission {0})", "（所需权限 {0}）"),
    UID("Uid", "资产标识"),
    OWNER("Owner", "责任人"),
    READ_AT("Read at", "读取时间"),
    FINGERPRINT("Fingerprint", "指纹"),

    COMPARED("From the scan of {0} to that of {1}", "从 {0} 的扫描到 {1} 的扫描"),
    UNCHANGED("unchanged {0}", "未变化 {0}"),
    APPEARED("{0} more of what came since and is in order", "另有 {0} 项为新出现且无问题"),
    WAIVED_SHORT("waived", "已豁免"),

    GATES_PASSED("Nothing stops at {0}.", "{0} 未拦截任何判定。"),
    WRITTEN("Written: {0}", "已写入：{0}"),
    WORST_ASSETS("Worst assets", "问题最严重的资产"),
    WORST_RULES("Worst rules", "最严重的规则"),
    NO_FINDINGS("No rule judged anything.", "没有规则作出任何判定。");

    private final String en;
    private final String zh;

    Word(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    public Text text() {
        return Text.of(en, zh);
    }

    String in(Language language) {
        return text().in(language);
    }
}
