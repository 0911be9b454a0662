package io.nephoscope.cli.report.sheet;

import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param heading in English as programs know it
 * @param cell what a row says in it: a text, or a whole number as {@link Long}
 * @param width how much room its texts want
 * @param tone how a row's cell looks where colours can be shown
 * @param choices what whoever fills the column in may choose from; none where nothing is to be chosen
 */
public record Column<T>(
        Text heading, Function<T, Object> cell, Width width, Function<T, Tone> tone, List<Text> choices) {
    public Column {
        choices = List.copyOf(choices);
    }

    /** How much room a column wants, in letters. */
    public enum Width {
        NARROW(14),
        USUAL(24),
        WIDE(56);

        private final int letters;

        Width(int letters) {
            this.letters = letters;
        }

        int letters() {
            return letters;
        }
    }

    public static <T> Column<T> text(Heading heading, Function<T, String> cell) {
        return new Column<>(heading.text(), cell::apply, Width.USUAL, row -> Tone.PLAIN, List.of());
    }

    public static <T> Column<T> number(Heading heading, Function<T, Long> cell) {
        return number(heading.text(), cell);
    }

    public static <T> Column<T> number(Text heading, Function<T, Long> cell) {
        return new Column<>(heading, cell::apply, Width.NARROW, row -> Tone.PLAIN, List.of());
    }

    /** One that is empty until somebody fills it in. */
    public static <T> Column<T> toFillIn(Heading heading, Text... choices) {
        return new Column<>(heading.text(), row -> "", Width.USUAL, row -> Tone.PLAIN, List.of(choices));
    }

    /** The same for words in a few letters. */
    public Column<T> narrow() {
        return new Column<>(heading, cell, Width.NARROW, tone, choices);
    }

    /** The same for sentences. */
    public Column<T> wide() {
        return new Column<>(heading, cell, Width.WIDE, tone, choices);
    }

    /** The same with colours. */
    public Column<T> toned(Function<T, Tone> tones) {
        return new Column<>(heading, cell, width, tones, choices);
    }
}
