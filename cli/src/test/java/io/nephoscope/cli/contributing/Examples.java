package io.nephoscope.cli.contributing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

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

    /** Compiles an example and loads its class. */
    Class<?> compile(String file, String className, Path folder) throws IOException, ClassNotFoundException {
        Path source = write(file, folder);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = List.of(
                "-Xlint:all,-classfile,-processing",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        int result = compiler.run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("the example " + file + " does not compile");
        }
        URL[] classes = {folder.toUri().toURL()};
        return new URLClassLoader(classes, Examples.class.getClassLoader()).loadClass(className);
    }
}
