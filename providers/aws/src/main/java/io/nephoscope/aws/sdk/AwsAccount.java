package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Scope;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** An account of AWS, and with whose credentials it is read. */
public final class AwsAccount {
    private final AwsClients clients;
    private final AwsCredentialsProvider credentials;
    private final String homeRegion;
    private final String partition;

    /** @param homeRegion where calls go that belong to the account as a whole */
    public AwsAccount(AwsClients clients, AwsCredentialsProvider credentials, String homeRegion, String partition) {
        this.clients = clients;
        this.credentials = credentials;
        this.homeRegion = homeRegion;
        this.partition = partition;
    }

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}: the second part of every ARN. */
    public String partition() {
        return partition;
    }

    /** Sends a call, to the home region where what it asks belongs to the account as a whole. */
    <C, I, O> O send(AwsCall<C, I, O> call, String region, I input) {
        return clients.send(call, credentials, region.equals(Scope.GLOBAL) ? homeRegion : region, input);
    }
}
