package io.nephoscope.inventory.doc;

/** The languages in which rules and reports speak. */
public enum Language {
    EN("en"),
    ZH("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in options and in HTML's {@code lang}. */
    public String tag() {
        return tag;
    }
}
