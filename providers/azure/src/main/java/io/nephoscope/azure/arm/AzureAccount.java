package io.nephoscope.azure.arm;

/**
 * A subscription as declarations reach it.
 *
 * @param client sends the calls, and adds the credential to them
 * @param quota of Resource Graph, which all subscriptions of one credential share
 * @param subscription its id; empty where a credential is asked for all that it sees
 * @param grants what may be read of the whole of it
 */
public record AzureAccount(ArmClient client, GraphQuota quota, String subscription, Grants grants) {
    /** The same credential, and what it may read of a subscription. */
    public AzureAccount with(Grants asked) {
        return new AzureAccount(client, quota, subscription, asked);
    }

    /** The path of the subscription. */
    public String path() {
        return "/subscriptions/" + subscription;
    }
}
