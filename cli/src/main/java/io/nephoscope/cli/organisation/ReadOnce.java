package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.TargetException;
import java.nio.file.Path;
import java.util.List;

/** A source that many accounts share: a command that asks a person for something asks once. */
final class ReadOnce implements CredentialSource {
    private final CredentialSource source;

    private Credentials known = Credentials.NONE;

    ReadOnce(CredentialSource source) {
        this.source = source;
    }

    @Override
    public synchronized Credentials read() throws TargetException {
        if (known.isEmpty()) {
            known = source.read();
        }
        return known;
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
