package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
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
                    Text.of(
                            "the credentials file {0} cannot be read ({1}); check its name and who may read it.",
                            "凭证文件 {0} 无法读取（{1}）；请检查文件名和读取权限。",
                            file,
                            e.getClass().getSimpleName()),
                    e);
        } catch (TargetException e) {
            throw new TargetException(
                    Text.of(
                            "the credentials file {0} {1}; write a line field=value for each field, or a JSON object.",
                            "凭证文件 {0} {1}；请每个字段写一行 field=value，或写一个 JSON 对象。", file, e.text()),
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
