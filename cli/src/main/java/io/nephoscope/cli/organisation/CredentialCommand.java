package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Credentials that a command writes to its standard output as a JSON object. No shell reads it, and it has half a minute. */
record CredentialCommand(List<String> words, Path folder, List<CredentialField> fields, Duration longest)
        implements CredentialSource {
    CredentialCommand(List<String> words, Path folder, List<CredentialField> fields) {
        this(words, folder, fields, Duration.ofSeconds(30));
    }

    @Override
    public Credentials read() throws TargetException {
        try {
            return new CredentialText(fields).read(output());
        } catch (TargetException e) {
            // Neither its arguments nor what it wrote: either may hold secrets.
            throw new TargetException(
                    Text.of(
                            "the credentials command {0} {1}; run it by hand, it should write a JSON object.",
                            "凭证命令 {0} {1}；请手动运行，它应输出一个 JSON 对象。", words.get(0), e.text()),
                    e);
        }
    }

    /** The program, and what else it is told to read, where they are files. */
    @Override
    public List<Path> files() {
        return words.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    private String output() throws TargetException {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new TargetException(Text.of("cannot be started", "无法启动"));
        }
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
        try {
            byte[] bytes = output.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new TargetException(Text.of("ended with {0}", "以 {0} 退出", process.exitValue()));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw new TargetException(Text.of("did not end within {0} seconds", "在 {0} 秒内未结束", longest.toSeconds()));
        } catch (ExecutionException e) {
            throw new TargetException(Text.of("cannot be read", "无法读取"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException(Text.of("was interrupted", "被中断"));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readNBytes(CredentialText.LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "command " + words.get(0);
    }
}
