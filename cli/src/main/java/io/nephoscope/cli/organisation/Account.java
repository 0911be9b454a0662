package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One account of the organisation.
 *
 * @param recording the folder of a snapshot to replay in place of asking the provider
 * @param standsForOthers whether its provider will be asked for which accounts it stands
 */
public record Account(Target target, Optional<Path> recording, boolean standsForOthers) {
    /** One that stands for itself. */
    public Account(Target target, Optional<Path> recording) {
        this(target, recording, false);
    }

    /** The same in those of its regions that are among the ones given. */
    Optional<Account> in(List<String> regions) {
        List<String> both = target.regions().isEmpty()
                ? regions
                : regions.stream().filter(target.regions()::contains).toList();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Account(target.in(both), recording, standsForOthers));
    }
}
