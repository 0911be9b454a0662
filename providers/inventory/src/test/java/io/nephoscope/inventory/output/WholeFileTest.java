package io.nephoscope.inventory.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void before() throws IOException {
        target = Files.writeString(folder.resolve("report"), "before");
    }

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatWasThereIsReplacedWhenTheNewIsWhole() throws IOException {
        WholeFile.write(target, FileMode.PRIVATE, out -> {
            out.write("aft".getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(target).hasContent("before");
            assertThat(files())
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it.getParent()).isEqualTo(folder));
            out.write("er".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(target).hasContent("after");
        assertThat(files()).containsExactly(target);
    }

    @Test
    void aFileIsForItsOwnersEyesFromTheFirstByte() throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));

        WholeFile.write(target, FileMode.of("664"), out -> {
            out.write('x');
            out.flush();
            assertThat(files())
                    .filteredOn(it -> !it.equals(target))
                    .singleElement()
                    .satisfies(it -> assertThat(permissions(it)).isEqualTo("rw-------"));
        });
        assertThat(permissions(target)).isEqualTo("rw-rw-r--");

        WholeFile.write(target, FileMode.PRIVATE, text("x"));
        assertThat(permissions(target)).isEqualTo("rw-------");
    }

    @Test
    void whereTheContentBreaksOffWhatWasThereStays() throws IOException {
        IOException broken = new IOException("broken");
        IllegalStateException other = new IllegalStateException("other");

        assertThatThrownBy(() -> WholeFile.write(target, FileMode.PRIVATE, out -> {
                    out.write(new byte[100_000]);
                    throw broken;
                }))
                .isSameAs(broken);
        assertThatThrownBy(() -> WholeFile.write(target, FileMode.PRIVATE, out -> {
                    throw other;
                }))
                .isSameAs(other);

        assertThat(target).hasContent("before");
        assertThat(files()).containsExactly(target);
    }

    @Test
    void anErrorOfTheFilesIsToldWhateverTheWriterMadeOfIt() {
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/full"), FileMode.PRIVATE, out -> {
                    try {
                        out.write(new byte[100_000]);
                    } catch (IOException e) {
                        throw new IllegalStateException("a page that could not be made", e);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void whoeverIsInterruptedLeavesNothingBehind() throws IOException {
        CompletableFuture<IOException> ended = new CompletableFuture<>();
        Thread writer = new Thread(() -> {
            try {
                WholeFile.write(target, FileMode.PRIVATE, out -> {
                    Thread.currentThread().interrupt();
                    out.write(new byte[100_000]);
                });
                ended.complete(new IOException("it was written"));
            } catch (IOException e) {
                ended.complete(e);
            }
        });
        writer.start();

        assertThat(ended.join()).isInstanceOf(ClosedByInterruptException.class);
        assertThat(target).hasContent("before");
        assertThat(files()).containsExactly(target);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("new"));

        for (Path each : List.of(link, nowhere)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> WholeFile.write(each, FileMode.PRIVATE, text("after")))
                    .satisfies(e ->
                            assertThat(WholeFile.why(e)).isEqualTo("it is a symbolic link, which is not followed"));
        }
        assertThat(target).hasContent("before");
        assertThat(files()).containsExactly(link, nowhere, target);
    }

    @Test
    void aFolderMayBeReachedByALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("way"), folder);

        WholeFile.write(link.resolve("report"), FileMode.PRIVATE, text("after"));

        assertThat(target).hasContent("after");
    }

    @Test
    void aDeviceIsWrittenIntoAsItIs() throws IOException {
        WholeFile.write(Path.of("/dev/null"), FileMode.PRIVATE, text("x"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> WholeFile.write(Path.of("/dev/full"), FileMode.PRIVATE, text("x")))
                .withMessage("No space left on device");
        assertThat(Path.of("/dev/full")).exists();
    }

    @Test
    void aPipeIsWrittenIntoAsItIs() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();

        WholeFile.write(pipe, FileMode.PRIVATE, text("through"));

        assertThat(reader.getInputStream()).hasContent("through");
        assertThat(WholeFile.isStream(pipe)).isTrue();
    }

    @Test
    void aFileSystemWithoutModesIsWrittenOn() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path file = zip.getPath("/report");
            WholeFile.write(file, FileMode.PRIVATE, text("x"));

            assertThat(Files.readString(file)).isEqualTo("x");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> WholeFile.write(file, FileMode.of("644"), text("y")))
                    .satisfies(e -> assertThat(WholeFile.why(e)).isEqualTo("this file system knows no modes"));
            assertThat(Files.readString(file)).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "600, rw-------, rwx------",
        "640, rw-r-----, rwxr-x---",
        "0644, rw-r--r--, rwxr-xr-x",
        "664, rw-rw-r--, rwxrwxr-x",
        "606, rw----rw-, rwx---rwx"
    })
    void foldersMayBeEnteredByWhoMayReadThem(String octal, String file, String made) throws IOException {
        FileMode mode = FileMode.of(octal);
        mode.makeFolder(folder.resolve("above/made"));
        Files.createFile(folder.resolve("file"), FileMode.newFile(folder));
        mode.applyTo(folder.resolve("file"));

        assertThat(permissions(folder.resolve("file"))).isEqualTo(file);
        assertThat(permissions(folder.resolve("above/made"))).isEqualTo(made);
    }

    @Test
    void aFolderThatIsThereStaysAsItIs() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));

        FileMode.PRIVATE.makeFolder(there);

        assertThat(permissions(there)).isEqualTo("rwxr-xr-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "6400", "400", "755", "rw", "-640", "640 ", "648", "0o640"})
    void aModeThatIsNoneIsRefused(String octal) {
        assertThatThrownBy(() -> FileMode.of(octal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("write it as 640");
    }
}
