package io.nephoscope.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final int TAKES = 5_000;

    @TempDir
    private Path folder;

    /** Takes the lock of a folder again and again; while it is held, a file stands beside it that nobody else may have made. */
    static final class Contender {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path held = folder.resolve("held");
            int takes = 0;
            int violations = 0;
            while (takes < TAKES) {
                Optional<FolderLock> taken = FolderLock.take(folder);
                if (taken.isPresent()) {
                    try (FolderLock lock = taken.get()) {
                        takes++;
                        Files.createFile(held);
                        Files.delete(held);
                    } catch (FileAlreadyExistsException e) {
                        violations++;
                    }
                }
            }
            System.out.println(takes + " takes, " + violations + " while another held it");
        }
    }

    @Test
    void twoProcessesNeverHoldItAtOnceHoweverOftenTheyTry() throws Exception {
        ChildJava one = ChildJava.start("", Contender.class, folder.toString());
        ChildJava other = ChildJava.start("", Contender.class, folder.toString());

        assertThat(one.said()).isEqualTo(TAKES + " takes, 0 while another held it");
        assertThat(other.said()).isEqualTo(TAKES + " takes, 0 while another held it");
    }

    @Test
    void itIsFreeAgainWhenItWasLetGo() throws IOException {
        try (FolderLock first = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(folder)).isEmpty();
            assertThat(first).isNotNull();
        }
        FolderLock.take(folder).orElseThrow().close();
        assertThat(folder.resolve("lock")).isRegularFile();
    }
}
