package io.nephoscope.azure.arm;

import io.nephoscope.azure.arm.ArmClient.Headers;
import java.time.Duration;

/**
 * How many more queries Resource Graph takes of a credential, 15 in 5 seconds as a rule: told by the headers {@code
 * x-ms-user-quota-remaining} and {@code x-ms-user-quota-resets-after} of each answer.
 */
public final class GraphQuota {
    private long opensAt = System.nanoTime();

    /** How long to wait before the next query. */
    synchronized Duration toWait() {
        long left = opensAt - System.nanoTime();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }

    /** Takes note of what an answer says. */
    synchronized void told(Headers headers) {
        if (headers.value("x-ms-user-quota-remaining").strip().equals("0")) {
            ErrorBody.duration(headers.value("x-ms-user-quota-resets-after").strip())
                    .ifPresent(rest -> opensAt = Math.max(opensAt, System.nanoTime() + rest.toNanos()));
        }
    }
}
