package io.nephoscope.cli.report.change;

import io.nephoscope.inventory.doc.Text;
import java.util.Locale;

/** What became of a finding between two scans. */
public enum Change {
    /** It fails, and did not fail before, or was accepted. */
    NEW("new", "新增"),
    /** It fails, and whether it failed before is not known: it was not read then, or nobody looked. */
    REVEALED("not known before", "此前未知"),
    /** It failed, and does not fail any more: it was read, and is good. */
    FIXED("fixed", "已修复"),
    /** Its verdict is another, and it is neither new nor fixed: what was known is unknown, or the other way round. */
    CHANGED("changed", "判定变化"),
    /** Its asset is no longer there: where it was listed, everything was listed again. */
    GONE("gone", "资产已不存在"),
    /** Its asset may be there still: where it was listed, not everything could be read this time. */
    NOT_COLLECTED("not collected this time", "本次未能读取"),
    /** Nobody looked this time: the account, the region, the type or the rule was not asked for. */
    OUT_OF_SCOPE("out of scope now", "本次不在范围内");

    private final String en;
    private final String zh;

    Change(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    public Text text() {
        return Text.of(en, zh);
    }

    /** As in files: {@code not_collected}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
