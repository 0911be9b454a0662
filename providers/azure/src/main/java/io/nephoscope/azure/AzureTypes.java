package io.nephoscope.azure;

import io.nephoscope.azure.container.ContainerRegistry;
import io.nephoscope.azure.container.KubernetesCluster;
import io.nephoscope.azure.database.CosmosAccount;
import io.nephoscope.azure.database.FlexibleServer;
import io.nephoscope.azure.database.RedisCache;
import io.nephoscope.azure.database.SqlDatabase;
import io.nephoscope.azure.database.SqlServer;
import io.nephoscope.azure.identity.PolicyAssignment;
import io.nephoscope.azure.identity.RoleAssignment;
import io.nephoscope.azure.identity.RoleDefinition;
import io.nephoscope.azure.keyvault.Vault;
import io.nephoscope.azure.keyvault.VaultKey;
import io.nephoscope.azure.keyvault.VaultSecret;
import io.nephoscope.azure.monitor.ActivityLogAlert;
import io.nephoscope.azure.monitor.DefenderPlan;
import io.nephoscope.azure.monitor.SubscriptionDiagnosticSetting;
import io.nephoscope.azure.storage.StorageAccount;
import io.nephoscope.azure.web.AppService;
import io.nephoscope.inventory.AssetType;
import java.util.List;

/** Every resource type that we declare: one line for each. */
final class AzureTypes {
    static final List<AssetType> ALL = List.of(
            ActivityLogAlert.TYPE,
            AppService.FUNCTION_APP,
            AppService.SITE,
            ComputeDisk.TYPE,
            ComputeSnapshot.TYPE,
            ComputeVirtualMachine.TYPE,
            ContainerRegistry.TYPE,
            CosmosAccount.TYPE,
            DefenderPlan.TYPE,
            FlexibleServer.MYSQL,
            FlexibleServer.POSTGRES,
            KubernetesCluster.TYPE,
            NetworkApplicationGateway.TYPE,
            NetworkBastion.TYPE,
            NetworkFirewall.TYPE,
            NetworkFlowLog.TYPE,
            NetworkInterface.TYPE,
            NetworkLoadBalancer.TYPE,
            NetworkPublicAddress.TYPE,
            NetworkSecurityGroup.TYPE,
            NetworkVirtualNetwork.TYPE,
            NetworkWafPolicy.TYPE,
            PolicyAssignment.TYPE,
            RedisCache.TYPE,
            ResourceGroup.TYPE,
            RoleAssignment.TYPE,
            RoleDefinition.TYPE,
            SqlDatabase.TYPE,
            SqlServer.TYPE,
            StorageAccount.TYPE,
            Subscription.TYPE,
            SubscriptionDiagnosticSetting.TYPE,
            Vault.TYPE,
            VaultKey.TYPE,
            VaultSecret.TYPE);

    private AzureTypes() {}
}
