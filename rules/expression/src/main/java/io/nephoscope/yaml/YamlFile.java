package io.nephoscope.yaml;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A YAML file that was found in a folder.
 *
 * @param name as messages give it
 * @param text what it holds
 */
public record YamlFile(String name, String text) {
    private static final String YAML = ".*\\.ya?ml";

    /** @throws YamlException where the text is not one YAML document */
    public YamlNode parse() {
        return YamlNode.parse(name, text);
    }

    /** The name of the file without its folder and ending. */
    public String stem() {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.substring(0, file.lastIndexOf('.'));
    }

    /**
     * The YAML files in and below a folder, by name.
     *
     * @throws YamlException where there is no such folder, or it cannot be read
     */
    public static List<YamlFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new YamlException(Text.of(
                    "There is no folder {0}; name one that holds YAML files.", "没有文件夹 {0}；请指定含 YAML 文件的文件夹。", folder));
        }
        return read(folder, folder.toString());
    }

    /** The YAML files in and below a folder that is packaged with this program, by name; none where there is no such folder. */
    public static List<YamlFile> packaged(String folder) {
        URL place = YamlFile.class.getResource("/" + folder);
        return place == null ? List.of() : packaged(place, folder);
    }

    /** The same, from the folder's address in a folder of classes, or in a jar. */
    static List<YamlFile> packaged(URL place, String folder) {
        try {
            if (!place.getProtocol().equals("jar")) {
                return read(Path.of(place.toURI()), folder);
            }
            URI jar =
                    ((JarURLConnection) place.openConnection()).getJarFileURL().toURI();
            try (JarFile files = new JarFile(Path.of(jar).toFile(), false)) {
                return read(files, folder);
            }
        } catch (IOException | URISyntaxException e) {
            throw new YamlException(
                    Text.of(
                            "The packaged folder {0} cannot be read ({1}).",
                            "打包的文件夹 {0} 无法读取（{1}）。", folder, Said.by(e)),
                    e);
        }
    }

    private static List<YamlFile> read(JarFile jar, String folder) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(it ->
                        it.getName().startsWith(folder + "/") && it.getName().matches(YAML))
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        List<YamlFile> files = new ArrayList<>();
        for (JarEntry entry : entries) {
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            files.add(new YamlFile(entry.getName(), YamlText.read(entry.getName(), bytes)));
        }
        return files;
    }

    private static List<YamlFile> read(Path folder, String label) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(path -> path.toString().matches(YAML))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            return files.stream()
                    .map(path -> new YamlFile(name(label, folder.relativize(path)), text(path)))
                    .toList();
        } catch (IOException e) {
            throw new YamlException(
                    Text.of("The folder {0} cannot be read ({1}).", "文件夹 {0} 无法读取（{1}）。", label, Said.by(e)), e);
        }
    }

    private static String name(String label, Path relative) {
        String separator = relative.getFileSystem().getSeparator();
        return label + "/" + relative.toString().replace(separator, "/");
    }

    private static String text(Path file) {
        try {
            return YamlText.read(file);
        } catch (IOException e) {
            throw new YamlException(Text.of("{0}: cannot be read ({1}).", "{0}：无法读取（{1}）。", file, Said.by(e)), e);
        }
    }
}
