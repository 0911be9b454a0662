package io.nephoscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "catalog/b/two.yaml", "two",
            "catalog/b/c/three.yml", "三",
            "catalog/a.yaml", "one",
            "catalog/README.md", "not read",
            "catalogue/four.yaml", "not read, either"));
    private static final List<YamlFile> EXPECTED = List.of(
            new YamlFile("catalog/a.yaml", "one"),
            new YamlFile("catalog/b/c/three.yml", "三"),
            new YamlFile("catalog/b/two.yaml", "two"));

    @TempDir
    Path folder;

    @Test
    void packagedFilesAreReadFromAFolderOfClasses() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        URL place = folder.resolve("catalog").toUri().toURL();
        assertThat(YamlFile.packaged(place, "catalog")).isEqualTo(EXPECTED);
    }

    /** One line of sixty megabytes would be parsed for minutes. */
    @Test
    void aFileThatIsTooLargeForAnybodyToHaveWrittenIsNotParsed() throws IOException {
        Path file = folder.resolve("a.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((16 << 20) + 1);
        }

        for (ThrowingCallable read : List.<ThrowingCallable>of(() -> YamlNode.read(file), () -> YamlFile.in(folder))) {
            assertThatExceptionOfType(YamlException.class)
                    .isThrownBy(read)
                    .withMessage(file + ": the file is larger than 16 MB; is it the right one?");
        }
    }

    @Test
    void packagedFilesAreReadFromAJar() throws IOException {
        Path jar = folder.resolve("a jar.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("catalog/"));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        URL place = new URL("jar:" + jar.toUri() + "!/catalog");
        assertThat(YamlFile.packaged(place, "catalog")).isEqualTo(EXPECTED);
        assertThat(YamlFile.packaged(place, "catalog")).isEqualTo(EXPECTED);
    }

    @Test
    void theStemOfAFileIsItsNameAlone() {
        assertThat(EXPECTED).extracting(YamlFile::stem).containsExactly("a", "three", "two");
        assertThat(new YamlFile("C:\\rules\\five.yaml", "").stem()).isEqualTo("five");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "[{a: ", "? "})
    void whatIsNestedWithoutEndIsAClearError(String level) {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> YamlNode.parse("f.yaml", level.repeat(100_000)))
                .withMessageMatching(
                        "f.yaml, line 1, column \\d+: not YAML \\(lists and maps are nested deeper than 100"
                                + " levels here\\)\\.");
    }
}
