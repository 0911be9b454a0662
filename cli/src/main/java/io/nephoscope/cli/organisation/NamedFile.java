package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Provider.Setting.Holds;
import io.nephoscope.inventory.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file or a folder that an organisation names.
 *
 * @param by where it is named, as messages say it
 * @param isWritten whether it is written, and not read
 */
public record NamedFile(String by, Path path, boolean isWritten) {
    /** Those of an account: what its settings name, and what its credentials are read from. */
    static List<NamedFile> of(Provider provider, Account account) {
        Target target = account.target();
        List<NamedFile> files = new ArrayList<>();
        provider.settings().stream()
                .filter(Provider.Setting::isFile)
                .forEach(setting -> path(target, setting.name())
                        .ifPresent(path -> files.add(new NamedFile(
                                "the setting " + setting.name() + " of " + target.label(),
                                path,
                                setting.holds() == Holds.FILE_TO_WRITE))));
        target.credentials()
                .files()
                .forEach(path -> files.add(new NamedFile("the credentials of " + target.label(), path, false)));
        account.recording()
                .ifPresent(path -> files.add(new NamedFile("the snapshot of " + target.label(), path, false)));
        return files;
    }

    /** What is no name of a file is the provider's to refuse. */
    private static Optional<Path> path(Target target, String setting) {
        try {
            return target.setting(setting)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(target.base()::resolve);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
