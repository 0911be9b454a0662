package io.nephoscope.azure.arm;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import org.junit.jupiter.api.Test;

class ArmSchemaTest {
    @Test
    void pathsBecomeObjectsListsAndMaps() {
        Struct schema = ArmSchema.of(
                "t", "name", STRING, "rules[].properties.priority", INT, "rules[].name", STRING, "tags{}", STRING);

        assertThat(schema.fields().keySet()).containsExactly("name", "rules", "tags");
        assertThat(schema.fields().get("tags")).isEqualTo(Schema.mapOf(STRING));
        Struct rule = (Struct) ((Schema.ListOf) schema.fields().get("rules")).item();
        assertThat(rule.name()).isEqualTo("t.rules");
        assertThat(rule.fields().keySet()).containsExactly("properties", "name");
        assertThat(((Struct) rule.fields().get("properties")).fields()).containsEntry("priority", INT);
    }

    @Test
    void nothingLiesBelowAPlainField() {
        assertThatThrownBy(() -> ArmSchema.of("t", "sku", STRING, "sku.name", STRING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sku.name");
    }
}
