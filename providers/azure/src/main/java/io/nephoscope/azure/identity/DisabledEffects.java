package io.nephoscope.azure.identity;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;

/** The parameters and the overrides by which an assignment of Azure Policy turns policies off. */
public final class DisabledEffects {
    private static final String DISABLED = "Disabled";

    private DisabledEffects() {}

    /** They by their names, of the properties of an assignment. */
    public static Object of(Object properties) {
        if (properties instanceof Unknown) {
            return properties;
        }
        List<String> disabled = new ArrayList<>();
        if (Paths.get(properties, "parameters") instanceof Doc parameters) {
            parameters.forEach((name, parameter) -> {
                if (Fields.is(Paths.get(parameter, "value"), DISABLED).isTrue()) {
                    disabled.add(name);
                }
            });
        }
        Fields.docs(Paths.get(properties, "overrides"))
                .filter(override -> override.text("value").equalsIgnoreCase(DISABLED))
                .forEach(override -> disabled.add("override of " + override.text("kind")));
        return DocList.copyOf(disabled);
    }
}
