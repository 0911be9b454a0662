package io.nephoscope.inventory;

import java.nio.file.Path;
import java.util.List;

/** Where the credentials of a target are kept. They are read when it is connected, and stand nowhere before that. */
@FunctionalInterface
public interface CredentialSource {
    /** No place was named: the provider looks where its own tools look. */
    CredentialSource NONE = () -> Credentials.NONE;

    /** @throws TargetException where they cannot be read: one sentence for the user that names the mend and holds no secret */
    Credentials read() throws TargetException;

    /** The files that are read for them. */
    default List<Path> files() {
        return List.of();
    }
}
