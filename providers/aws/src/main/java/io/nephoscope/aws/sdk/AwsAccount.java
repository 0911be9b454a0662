package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Scope;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** An account of AWS, and with whose credentials it is read. */
public final class AwsAccount {
    private final AwsClients clients;
    private final AwsCredentialsProvider credentials;
    private final String homeRegion;
    private final String partition;
    private final List<String> askedRegions;

    /**
     * @param homeRegion where calls go that belong to the account as a whole
     * @param askedRegions the regions asked for; empty for all that the account may use
     */
    public AwsAccount(
            AwsClients clients,
            AwsCredentialsProvider credentials,
            String homeRegion,
            String partition,
            List<String> askedRegions) {
        this.clients = clients;
        this.credentials = credentials;
        this.homeRegion = homeRegion;
        this.partition = partition;
        this.askedRegions = List.copyOf(askedRegions);
    }

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}: the second part of every ARN. */
    public String partition() {
        return partition;
    }

    /** The regions asked for; empty for all that the account may use. */
    public List<String> askedRegions() {
        return askedRegions;
    }

    /** Sends a call, to the home region where what it asks belongs to the account as a whole. */
    <C, I, O> O send(AwsCall<C, I, O> call, String region, I input) {
        return clients.send(call, credentials, region.equals(Scope.GLOBAL) ? homeRegion : region, input);
    }
}
