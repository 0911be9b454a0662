package io.nephoscope.cli.contributing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The worked examples of CONTRIBUTING.md, by the file names that they carry. */
final class Examples {
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\\s*```\\w+\\R(.*?)```", Pattern.DOTALL);

    private final Map<String, String> byFile = new LinkedHashMap<>();

    Examples(Path page) throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(page));
        while (matcher.find()) {
            byFile.put(matcher.group(1), matcher.group(2));
        }
    }

    String of(String file) {
        String content = byFile.get(file);
        if (content == null) {
            throw new AssertionError("the page has no example " + file + ", only " + byFile.keySet());
        }
        return content;
    }

    /** Writes an example into a folder. */
    Path write(String file, Path folder) throws IOException {
        return Files.writeString(folder.resolve(file), of(file));
    }
}
