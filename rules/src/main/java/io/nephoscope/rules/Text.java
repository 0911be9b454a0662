package io.nephoscope.rules;

/** One text in every language. */
public record Text(String en, String zh) {
    public static final Text EMPTY = new Text("", "");

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }
}
