package io.nephoscope.inventory.policy;

/** Patterns in which characters stand for others. */
public enum Wildcards {
    /** {@code *} stands for any characters, and {@code ?} is a character like others. */
    STAR,
    /** {@code *} stands for any characters and {@code ?} for any one. */
    STAR_AND_MARK;

    /** Whether a text is a pattern. */
    public boolean areIn(String text) {
        return text.chars().anyMatch(letter -> letter == '*' || isMark((char) letter));
    }

    private boolean isMark(char letter) {
        return this == STAR_AND_MARK && letter == '?';
    }

    /** Whether some text matches both patterns. */
    public boolean overlap(String left, String right) {
        int alike = 0;
        while (isOne(left, alike) && isOne(right, alike)) {
            if (!meet(left.charAt(alike), right.charAt(alike))) {
                return false;
            }
            alike++;
        }
        return overlapAnyhow(left.substring(alike), right.substring(alike));
    }

    /** Whether there is a character that stands for one. */
    private static boolean isOne(String pattern, int place) {
        return place < pattern.length() && pattern.charAt(place) != '*';
    }

    /** Looks at every end of the one beside every end of the other. */
    private boolean overlapAnyhow(String left, String right) {
        boolean[] below = new boolean[right.length() + 1];
        for (int i = left.length(); i >= 0; i--) {
            boolean[] row = new boolean[right.length() + 1];
            for (int j = right.length(); j >= 0; j--) {
                boolean leftEnds = i == left.length();
                boolean rightEnds = j == right.length();
                if (leftEnds && rightEnds) {
                    row[j] = true;
                } else if (!leftEnds && left.charAt(i) == '*') {
                    row[j] = below[j] || (!rightEnds && row[j + 1]);
                } else if (!rightEnds && right.charAt(j) == '*') {
                    row[j] = row[j + 1] || (!leftEnds && below[j]);
                } else {
                    row[j] = !leftEnds && !rightEnds && meet(left.charAt(i), right.charAt(j)) && below[j + 1];
                }
            }
            below = row;
        }
        return below[0];
    }

    private boolean meet(char left, char right) {
        return left == right || isMark(left) || isMark(right);
    }

    /** Whether every text that matches the narrow pattern matches the wide one too; in doubt it does not. */
    public boolean covers(String wide, String narrow) {
        int alike = 0;
        while (isOne(wide, alike) && alike < narrow.length()) {
            if (!includes(wide.charAt(alike), narrow.charAt(alike))) {
                return false;
            }
            alike++;
        }
        return coversAnyhow(wide.substring(alike), narrow.substring(alike));
    }

    private boolean coversAnyhow(String wide, String narrow) {
        boolean[] below = new boolean[narrow.length() + 1];
        for (int i = wide.length(); i >= 0; i--) {
            boolean[] row = new boolean[narrow.length() + 1];
            for (int j = narrow.length(); j >= 0; j--) {
                boolean narrowEnds = j == narrow.length();
                if (i == wide.length()) {
                    row[j] = narrowEnds;
                } else if (wide.charAt(i) == '*') {
                    row[j] = below[j] || (!narrowEnds && row[j + 1]);
                } else {
                    row[j] = !narrowEnds && includes(wide.charAt(i), narrow.charAt(j)) && below[j + 1];
                }
            }
            below = row;
        }
        return below[0];
    }

    private boolean includes(char wide, char narrow) {
        return isMark(wide) ? narrow != '*' : wide == narrow;
    }
}
