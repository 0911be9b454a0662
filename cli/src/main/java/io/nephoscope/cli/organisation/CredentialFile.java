package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.TargetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Credentials in a file. */
record CredentialFile(Path file, List<CredentialField> fields) implements CredentialSource {
    @Override
    public Credentials read() throws TargetException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(CredentialText.LONGEST);
            return new CredentialText(fields).read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TargetException(
                    "the credentials file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "); check its name and who may read it.",
                    e);
        } catch (TargetException e) {
            throw new TargetException(
                    "the credentials file " + file + " " + e.getMessage()
                            + "; write a line field=value for each field, or a JSON object.",
                    e);
        }
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public String toString() {
        return "file " + file;
    }
}
