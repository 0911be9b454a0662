package io.nephoscope.azure.arm;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsTest {
    @ParameterizedTest
    @CsvSource({
        "*, '', Microsoft.Compute/disks/read, true",
        "*/read, '', Microsoft.Compute/disks/read, true",
        "*/read, '', Microsoft.Compute/disks/write, false",
        "microsoft.compute/DISKS/*, '', Microsoft.Compute/disks/read, true",
        "Microsoft.Compute/*/read, '', Microsoft.Compute/disks/deep/read, true",
        "Microsoft.Compute/disks/read, '', Microsoft.Compute/disks/readers, false",
        "Microsoft.Compute/disks, '', Microsoft.Compute/disks/read, false",
        "*, Microsoft.Authorization/*/Write, Microsoft.Authorization/roleAssignments/write, false",
        "*, Microsoft.Authorization/*/Write, Microsoft.Authorization/roleAssignments/read, true",
        "Microsoft.Compute.disks/read, '', MicrosoftXCompute.disks/read, false",
        "'', '', Microsoft.Compute/disks/read, false"
    })
    void aPermissionGivesWhatItNamesWithoutWhatItNamesNotToBe(
            String action, String notAction, String asked, boolean given) {
        assertThat(Actions.give(json("{'actions':['" + action + "'],'notActions':['" + notAction + "']}"), asked))
                .isEqualTo(given);
    }
}
