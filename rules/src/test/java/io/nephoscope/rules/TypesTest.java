package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every type of every provider. */
class TypesTest {
    private static Stream<AssetType> types() {
        return Catalogue.TYPES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeSaysWhereItsTagsComeFrom(AssetType type) {
        assertThat(type.tags())
                .as("%s declares neither tags, nor that it never has any, nor that nobody tells them", type)
                .isPresent();
        assertThat(type.attributesBehind("tags"))
                .allMatch(input -> type.attributes().field(input).isPresent());
    }

    @ParameterizedTest
    @MethodSource("types")
    void tagsAndNamesWhoseSourcesNobodyReadAreUnknown(AssetType type) {
        for (String path : List.of("tags", "name")) {
            Unknown unread = Unknown.because(Cause.notCollected("cloud:Read", ""));
            Doc attributes = Doc.empty();
            for (String input : type.attributesBehind(path)) {
                attributes = attributes.with(input, unread);
            }
            Object field = path.equals("tags") ? type.tagsOf(attributes) : type.nameOf(attributes);
            if (!type.attributesBehind(path).isEmpty()) {
                assertThat(field).as("%s of %s", path, type).isEqualTo(unread);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void tagsOfADetailThatNobodyAskedForAreUnknown(AssetType type) {
        if (type.attributesBehind("tags").stream()
                .anyMatch(it -> type.detail(it).isPresent())) {
            assertThat(type.tagsOf(type.withGaps(Doc.empty()))).isInstanceOf(Unknown.class);
        }
    }
}
