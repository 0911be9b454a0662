package io.nephoscope.jdcloud.api;

import java.time.Clock;
import java.util.List;

/**
 * What the declarations need to reach an account.
 *
 * @param regions those that are looked at
 * @param clock for questions about the time before now
 */
public record JdAccount(JdClient api, S3Client storage, List<String> regions, Clock clock) {
    public JdAccount {
        regions = List.copyOf(regions);
    }
}
