package io.nephoscope.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Finds where in a file a character of a scalar stands. YAML folds lines, takes indentation away and resolves escapes; so file and
 * value are walked side by side, and a run of white space in one stands for a run of white space in the other.
 */
final class ScalarPlaces {
    private final int[] file;
    private final boolean escapes;
    private final boolean doubledQuotes;
    private int at;
    private int line;
    private int column;

    /** A place in a file, both from 0, columns in characters and not in UTF-16 units. */
    record Place(int line, int column) {}

    private ScalarPlaces(String text, ScalarNode scalar, Mark start) {
        this.file = text.codePoints().toArray();
        this.escapes = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        this.doubledQuotes = scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        while (at < file.length && (line < start.getLine() || column < start.getColumn())) {
            step();
        }
        if (escapes || doubledQuotes) {
            step();
        } else if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            int header = line;
            while (at < file.length && line == header) {
                step();
            }
        }
    }

    /** The place of the character at a line and column of the value, both from 0. */
    static Place of(String text, ScalarNode scalar, Mark start, int lineOfValue, int columnOfValue) {
        int[] value = scalar.getValue().codePoints().toArray();
        int wanted = 0;
        for (int newlines = 0; wanted < value.length && newlines < lineOfValue; wanted++) {
            newlines += value[wanted] == '\n' ? 1 : 0;
        }
        ScalarPlaces places = new ScalarPlaces(text, scalar, start);
        places.walk(value, Math.min(value.length, wanted + columnOfValue));
        return new Place(places.line, places.column);
    }

    private void walk(int[] value, int wanted) {
        if (wanted > 0 || isSpaceInFile()) {
            skipSpaceInFile();
        }
        int done = 0;
        while (done < wanted && at < file.length) {
            if (Character.isWhitespace(value[done])) {
                while (done < wanted && Character.isWhitespace(value[done])) {
                    done++;
                }
                if (done < value.length && !Character.isWhitespace(value[done])) {
                    skipSpaceInFile();
                }
            } else {
                stepOver();
                done++;
            }
        }
    }

    private boolean isSpaceInFile() {
        return at < file.length && (Character.isWhitespace(file[at]) || isSpaceEscaped());
    }

    private boolean isSpaceEscaped() {
        return escapes && file[at] == '\\' && at + 1 < file.length && "nrt \n\r".indexOf(file[at + 1]) >= 0;
    }

    private void skipSpaceInFile() {
        while (isSpaceInFile()) {
            stepOver();
        }
    }

    /** Goes past what stands for one character of the value. */
    private void stepOver() {
        int length = 1;
        if (escapes && file[at] == '\\' && at + 1 < file.length) {
            length = switch (file[at + 1]) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        } else if (doubledQuotes && file[at] == '\'') {
            length = 2;
        }
        for (int i = 0; i < length && at < file.length; i++) {
            step();
        }
    }

    private void step() {
        if (file[at++] == '\n') {
            line++;
            column = 0;
        } else {
            column++;
        }
    }
}
