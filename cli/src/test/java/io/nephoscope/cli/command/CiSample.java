package io.nephoscope.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A template for what runs scans by itself, with the steps that it runs in a shell. */
enum CiSample {
    GITHUB("github-actions.yaml"),
    GITLAB("gitlab-ci.yaml"),
    JENKINS("Jenkinsfile"),
    KUBERNETES("kubernetes-cronjob.yaml");

    static final Path FOLDER = Path.of("../samples/ci");
    private static final Set<String> SCRIPTS = Set.of("run", "before_script", "script", "args");
    private static final Pattern JENKINS_STEP = Pattern.compile("sh '''(.*?)'''", Pattern.DOTALL);

    private final String fileName;

    CiSample(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    String text() throws IOException {
        return Files.readString(FOLDER.resolve(fileName));
    }

    /** Each is what one shell runs. */
    List<String> steps() throws IOException {
        if (this == JENKINS) {
            return JENKINS_STEP
                    .matcher(text())
                    .results()
                    .map(step -> step.group(1))
                    .toList();
        }
        List<String> steps = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(text())
                .forEach(document -> collect(document, steps));
        return this == GITLAB ? List.of(String.join("\n", steps)) : steps;
    }

    private static void collect(Object node, List<String> steps) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (SCRIPTS.contains(String.valueOf(key)) && !(value instanceof Map)) {
                    steps.add(script(value));
                } else {
                    collect(value, steps);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, steps));
        }
    }

    private static String script(Object value) {
        return value instanceof List<?> lines
                ? lines.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : script(List.of(value));
    }

    /** The options that its steps give to a scan. */
    List<String> options() throws IOException {
        return steps().stream()
                .flatMap(step -> step.replace("\\\n", " ").lines())
                .filter(line -> line.contains("nephoscope\" scan ")
                        || line.contains("nephoscope scan ")
                        || line.contains("set -- "))
                .flatMap(line ->
                        Pattern.compile(" (--[a-z][a-z-]*)").matcher(line).results())
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }
}
