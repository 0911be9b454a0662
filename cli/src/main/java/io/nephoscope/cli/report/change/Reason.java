package io.nephoscope.cli.report.change;

import io.nephoscope.inventory.doc.Text;
import java.util.Locale;

/** Why a finding is another one than before. */
public enum Reason {
    /** The asset came, went, or reads otherwise. */
    ASSET("the asset", "资产"),
    /** The rule was written anew, added or left out. */
    RULE("the rule", "规则"),
    /** A call that was answered is refused or fails, or the other way round: a permission, most often. */
    READING("what could be read", "读取结果或权限"),
    /** What is looked at: accounts, regions or types. */
    SCOPE("the scope", "范围"),
    /** Somebody accepts it now, or does not any more; or somebody vouches for what was not read. */
    STATEMENT("a waiver or an attestation", "豁免或声明"),
    /** Nothing that was read of the asset: something that is related to it, or the date. */
    RELATED("something related, or the date", "关联资产或日期");

    private final String en;
    private final String zh;

    Reason(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    public Text text() {
        return Text.of(en, zh);
    }

    /** As in files: {@code reading}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
