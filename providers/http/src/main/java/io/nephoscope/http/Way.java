package io.nephoscope.http;

import io.nephoscope.inventory.Provider.Setting;
import io.nephoscope.inventory.Provider.Setting.Holds;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The way over HTTP to a target, as its settings have it: through which proxy, whom to trust, and whether what is said is written down,
 * or answered from what was. Targets with the same way may share connections.
 *
 * @param base the folder against which the names of files are read
 */
public record Way(
        Path base, Optional<String> ca, Optional<String> proxy, Optional<String> record, Optional<String> replay) {
    private static final String CA = "ca";
    private static final String PROXY = "proxy";
    private static final String RECORD = "record";
    private static final String REPLAY = "replay";

    /** The settings that it reads. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting(CA, "PEM file with certificates to trust besides those of the JDK", Holds.FILE_TO_READ),
            new Setting(PROXY, "proxy through which the account is reached, as http://proxy.example:3128"),
            new Setting(
                    RECORD,
                    "file into which questions and answers are written, without credentials",
                    Holds.FILE_TO_WRITE),
            new Setting(REPLAY, "such a file, to be answered from it in place of the cloud", Holds.FILE_TO_READ));

    public static Way to(Target target) {
        return new Way(
                target.base(),
                setting(target, CA),
                setting(target, PROXY),
                setting(target, RECORD),
                setting(target, REPLAY));
    }

    private static Optional<String> setting(Target target, String name) {
        return target.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether nobody is asked, so that no credentials are needed. */
    public boolean isReplayed() {
        return replay.isPresent();
    }

    /**
     * When what answers was recorded; empty for whoever is asked.
     *
     * @param said what time an answer says it is; where none does, it is when the file was last written
     */
    public Optional<Instant> recordedAt(Optional<Instant> said) {
        return replay.map(file -> said.orElseGet(() -> {
            try {
                return Files.getLastModifiedTime(base.resolve(file)).toInstant();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /**
     * Opens it.
     *
     * @param deadline how long one exchange may take
     * @throws TargetException where a setting cannot be used
     */
    public Transport open(Target target, Duration deadline) throws TargetException {
        try {
            if (replay.isPresent()) {
                return new Replayed(base.resolve(replay.get()));
            }
            Optional<ProxySetting> through =
                    proxy.isPresent() ? Optional.of(ProxySetting.parse(proxy.get())) : Optional.empty();
            Optional<SSLContext> trust =
                    ca.isPresent() ? Optional.of(Trust.with(base.resolve(ca.get()))) : Optional.empty();
            Transport direct = new HttpTransport(deadline, through, trust);
            return record.<Transport>map(file -> new Recorded(direct, base.resolve(file)))
                    .orElse(direct);
        } catch (SettingException e) {
            throw new TargetException(target.says(e.text()), e);
        }
    }
}
