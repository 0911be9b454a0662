package io.nephoscope.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What this build calls itself. */
final class ToolVersion implements IVersionProvider {
    private static final String IN_DEVELOPMENT = "development";

    /** As {@code 1.0.0}; outside a jar {@code development}. */
    static String current() {
        return Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
                .orElse(IN_DEVELOPMENT);
    }

    @Override
    public String[] getVersion() {
        String commit = commit().map(id -> ", commit " + id).orElse("");
        return new String[] {"nephoscope " + current() + commit + ", Java " + Runtime.version()};
    }

    /** Known where the build had a repository. */
    private static Optional<String> commit() {
        try (InputStream in = ToolVersion.class.getResourceAsStream("/io/nephoscope/cli/git.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return Optional.ofNullable(properties.getProperty("git.commit.id.abbrev"))
                    .filter(id -> !id.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
