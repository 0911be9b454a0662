package io.nephoscope.jdcloud;

import io.nephoscope.http.rest.RestClient;
import io.nephoscope.http.rest.RestReach;
import io.nephoscope.http.s3.S3Client;
import io.nephoscope.http.s3.S3Reach;
import java.time.Clock;
import java.util.List;

/**
 * What the declarations need to reach an account.
 *
 * @param regions those that are looked at
 * @param clock for questions about the time before now
 */
record JdAccount(RestClient rest, S3Client storage, List<String> regions, Clock clock) implements RestReach, S3Reach {
    JdAccount {
        regions = List.copyOf(regions);
    }
}
