package io.nephoscope.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Operation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomRoleTest {
    private static final Operation DISKS =
            Operation.of("Microsoft.ResourceGraph", "QueryResources", "Microsoft.Compute/disks/read");

    @Test
    void aRoleGrantsTheActionsAndNothingElse() {
        assertThat(CustomRole.granting(
                        List.of(
                                DISKS,
                                Operation.of("Microsoft.ResourceGraph", "QueryResources", ""),
                                Operation.of(
                                        "Microsoft.Authorization",
                                        "Permissions_List",
                                        "Microsoft.Authorization/permissions/read"),
                                DISKS),
                        Optional.of("11111111-aaaa-4aaa-8aaa-111111111111")))
                .hasValue("""
                        {
                          "Name": "Nephoscope",
                          "IsCustom": true,
                          "Description": "Reads what Nephoscope reports on, and nothing else.",
                          "Actions": [
                            "Microsoft.Authorization/permissions/read",
                            "Microsoft.Compute/disks/read"
                          ],
                          "NotActions": [ ],
                          "AssignableScopes": [
                            "/subscriptions/11111111-aaaa-4aaa-8aaa-111111111111"
                          ]
                        }""");
    }

    @Test
    void whatNeedsNothingIsGrantedNothing() {
        assertThat(CustomRole.granting(
                        List.of(Operation.of("Microsoft.ResourceGraph", "QueryResources", "")), Optional.empty()))
                .isEmpty();
    }
}
