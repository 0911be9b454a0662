package io.nephoscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text that the program says of its own, as its sources declare them: {@code Text.of("…", "…")}. */
public final class SpokenTexts {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String CALL = "Text.of(";
    /** Shorter ones may well be said by others. */
    private static final int TELLING = 12;

    private SpokenTexts() {}

    /**
     * One text.
     *
     * @param en with its places still open
     */
    public record Spoken(Path file, String en, String zh) {
        /** Whether there is something to be said in another language, and not only names and marks. */
        public boolean hasWords() {
            return PLACE.matcher(en).replaceAll("").chars().anyMatch(Character::isLetter);
        }

        public boolean isChinese() {
            return SpokenTexts.isChinese(zh);
        }

        private long letters() {
            return PLACE.matcher(en)
                    .replaceAll("")
                    .chars()
                    .filter(Character::isLetter)
                    .count();
        }

        private Pattern pattern() {
            Matcher place = PLACE.matcher(en);
            StringBuilder pattern = new StringBuilder();
            int at = 0;
            while (place.find()) {
                pattern.append(Pattern.quote(en.substring(at, place.start()))).append(".*");
                at = place.end();
            }
            return Pattern.compile(pattern + Pattern.quote(en.substring(at)), Pattern.DOTALL);
        }
    }

    public static boolean isChinese(String text) {
        return HAN.matcher(text).find();
    }

    /** Those of all modules whose two languages stand there as they are. */
    public static List<Spoken> all() {
        List<Spoken> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            files.filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .forEach(file -> all.addAll(in(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Patterns of the English of those that nobody else is likely to say. */
    public static List<Pattern> english() {
        return all().stream()
                .filter(text -> text.letters() >= TELLING)
                .map(Spoken::pattern)
                .toList();
    }

    private static List<Spoken> in(Path file) {
        String source = read(file);
        List<Spoken> texts = new ArrayList<>();
        for (int at = source.indexOf(CALL); at >= 0; at = source.indexOf(CALL, at + 1)) {
            List<String> arguments = arguments(source, at + CALL.length());
            if (arguments.size() >= 2) {
                List<String> en = literals(arguments.get(0));
                List<String> zh = literals(arguments.get(1));
                if (en.size() == zh.size()) {
                    for (int i = 0; i < en.size(); i++) {
                        texts.add(new Spoken(file, en.get(i), zh.get(i)));
                    }
                }
            }
        }
        return texts;
    }

    /** The texts that an argument may be: one, or one for each side of a condition; none where it is no literal. */
    private static List<String> literals(String argument) {
        String outside = LITERAL.matcher(argument).replaceAll("\"\"");
        int mark = outside.indexOf('?');
        List<String> literals = new ArrayList<>();
        if (mark < 0) {
            join(argument).ifPresent(literals::add);
            return literals;
        }
        Matcher literal = LITERAL.matcher(argument);
        StringBuilder text = new StringBuilder();
        int before = 0;
        while (literal.find()) {
            if (argument.substring(before, literal.start()).contains(":") && text.length() > 0) {
                literals.add(text.toString());
                text.setLength(0);
            }
            text.append(literal.group(1));
            before = literal.end();
        }
        literals.add(text.toString());
        return literals;
    }

    private static Optional<String> join(String argument) {
        Matcher literal = LITERAL.matcher(argument);
        StringBuilder text = new StringBuilder();
        boolean any = false;
        while (literal.find()) {
            any = true;
            text.append(literal.group(1));
        }
        return any ? Optional.of(text.toString()) : Optional.empty();
    }

    private static List<String> arguments(String source, int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = start;
        for (int i = start; i < source.length(); i++) {
            char letter = source.charAt(i);
            if (letter == '"') {
                for (i++; source.charAt(i) != '"'; i++) {
                    i += source.charAt(i) == '\\' ? 1 : 0;
                }
            } else if (letter == '(') {
                depth++;
            } else if (letter == ',' && depth == 0) {
                arguments.add(source.substring(from, i));
                from = i + 1;
            } else if (letter == ')' && depth-- == 0) {
                arguments.add(source.substring(from, i));
                return arguments;
            }
        }
        return arguments;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
