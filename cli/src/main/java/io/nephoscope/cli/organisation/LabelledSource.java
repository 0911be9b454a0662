package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.List;

/** A source of credentials of one account, whose errors name the account. */
record LabelledSource(String label, CredentialSource source) implements CredentialSource {
    @Override
    public Credentials read() throws TargetException {
        try {
            return source.read();
        } catch (TargetException e) {
            throw new TargetException(Text.of("{0}: {1}", "{0}：{1}", label, e.text()), e);
        }
    }

    @Override
    public List<Path> files() {
        return source.files();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
