package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.TargetException;
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
                    "the credentials command " + words.get(0) + " " + e.getMessage()
                            + "; run it by hand, it should write a JSON object.",
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
            throw new TargetException("cannot be started");
        }
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
        try {
            byte[] bytes = output.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new TargetException("ended with " + process.exitValue());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw new TargetException("did not end within " + longest.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw new TargetException("cannot be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("was interrupted");
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
