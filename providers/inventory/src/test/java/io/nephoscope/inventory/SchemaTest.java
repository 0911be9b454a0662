package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static Struct recursive(String name) {
        return Schema.struct(name, () -> Map.of("Name", Scalar.STRING, "And", Schema.listOf(recursive(name + ".And"))));
    }

    @Test
    void aModelThatHoldsItselfIsFollowedAsFarAsSomebodyAsks() {
        Struct at = recursive("statement");
        for (int i = 0; i < 50; i++) {
            at = (Struct) ((Schema.ListOf) at.field("And").orElseThrow()).item();
        }

        assertThat(at.name()).startsWith("statement.And.And");
        assertThat(at.field("Name")).contains(Scalar.STRING);
    }

    @Test
    void fieldsAreAddedAndLeftOutInCopies() {
        Struct struct = Schema.struct("a", "X", Scalar.INT, "Y", Scalar.BOOL);

        assertThat(struct.plus("b", Map.of("Z", Scalar.DYN)).fields()).containsOnlyKeys("X", "Y", "Z");
        assertThat(struct.plus("b", Map.of("X", Scalar.DYN)).field("X")).contains(Scalar.DYN);
        assertThat(struct.without("X").fields()).containsOnlyKeys("Y");
        assertThat(struct.fields()).containsOnlyKeys("X", "Y");
    }
}
