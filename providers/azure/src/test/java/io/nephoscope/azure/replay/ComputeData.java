package io.nephoscope.azure.replay;

/** Machines, disks and snapshots. */
final class ComputeData {
    private ComputeData() {}

    static void into(AzureWorld world) {
        world.in(AzureWorld.HARBOUR, "web");
        world.resource("Microsoft.Compute/disks", "web-1-os", "westeurope", """
                {sku: {name: 'Premium_LRS', tier: 'Premium'}, tags: {owner: 'harbour'}, properties: {
                  diskState: 'Attached', diskSizeGB: 30, osType: 'Linux', provisioningState: 'Succeeded',
                  encryption: {type: 'EncryptionAtRestWithPlatformKey'},
                  networkAccessPolicy: 'DenyAll', publicNetworkAccess: 'Disabled'}}
                """).pass("disk-encrypted");
        world.resource("Microsoft.Compute/disks", "Old-Data", "northeurope", """
                {sku: {name: 'Standard_LRS', tier: 'Standard'}, properties: {
                  diskState: 'ActiveSAS', diskSizeGB: 512, provisioningState: 'Succeeded',
                  encryption: {type: 'EncryptionAtRestWithPlatformKey'},
                  networkAccessPolicy: 'AllowAll', publicNetworkAccess: 'Enabled'}}
                """)
                .pass("disk-encrypted");
    }
}
