package io.nephoscope.azure;

import io.nephoscope.azure.arm.AzureDialect;
import io.nephoscope.azure.database.DatabaseServer;
import io.nephoscope.azure.identity.LockRoles;
import io.nephoscope.expression.Library;
import io.nephoscope.types.Dialect;
import io.nephoscope.types.Dialect.Hook;
import io.nephoscope.types.TypeSource;
import java.util.Map;

/** Every resource type that we declare: a file each. */
public final class AzureTypes implements TypeSource {
    /** What takes two steps, or two lists. */
    private static final Map<String, Hook> HOOKS = Map.of(
            "databaseServer", (attribute, type) -> DatabaseServer.as(attribute, type.name()),
            "lockRoles", (attribute, type) -> LockRoles.as(attribute),
            "machineAddresses", (attribute, type) -> MachineAddresses.publicOnes(attribute),
            "machinePrivateAddresses", (attribute, type) -> MachineAddresses.privateOnes(attribute));

    @Override
    public String folder() {
        return "io/nephoscope/azure/types";
    }

    @Override
    public Dialect dialect() {
        return new AzureDialect(HOOKS);
    }

    @Override
    public Library library() {
        return AzureFunctions.ALL;
    }
}
