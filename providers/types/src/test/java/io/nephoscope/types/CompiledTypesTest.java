package io.nephoscope.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledTypesTest {
    private static final TypeSource HILL = new Hill();
    private static final Doc ASSET = Doc.of("id", "db-1", "state", "on", "encrypted", true, "source", "db-0");

    private static final class Hill implements TypeSource {
        @Override
        public String folder() {
            return "hill/types";
        }

        @Override
        public Dialect dialect() {
            return new ToyDialect();
        }

        @Override
        public Library library() {
            return Library.NONE;
        }
    }

    @Test
    void whatTheBuildCompiledDeclaresTheSameTypes() {
        CompiledTypes kept =
                CompiledTypes.from(TypeCompiler.compiled(HILL), HILL).orElseThrow();
        AssetType compiled = TypeFiles.of(HILL, kept).get(0);
        AssetType checked = TypeFiles.of(HILL).get(0);
        assertThat(compiled.facets()).extracting(Facet::inputs).isEqualTo(inputs(checked));
        assertThat(compiled.facetsOf(ASSET)).isEqualTo(checked.facetsOf(ASSET));
    }

    private static List<List<String>> inputs(AssetType type) {
        return type.facets().stream().map(Facet::inputs).toList();
    }

    @Test
    void whatOtherCodeCompiledIsNotTaken() {
        byte[] bytes = TypeCompiler.compiled(HILL);
        // The last byte of the first fingerprint, behind their number.
        bytes[Integer.BYTES + Long.BYTES - 1]++;
        assertThat(CompiledTypes.from(bytes, HILL)).isEmpty();
    }
}
