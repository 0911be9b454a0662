package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapesTest {
    @Test
    void objectsWithTheSameKeysShareTheirShape() {
        Shapes shapes = new Shapes();

        assertThat(doc(shapes, "a", "b").shape()).isSameAs(doc(shapes, "a", "b").shape());
        assertThat(doc(shapes, "a").shape()).isNotSameAs(doc(shapes, "a", "b").shape());
        assertThat(doc(shapes, "b", "a").shape())
                .isNotSameAs(doc(shapes, "a", "b").shape());
    }

    @Test
    void aKeyThatComesTwiceLeadsToTheShapeWithoutIt() {
        Shapes shapes = new Shapes();

        assertThat(doc(shapes, "a", "a", "b").shape())
                .isSameAs(doc(shapes, "a", "b").shape());
    }

    @Test
    void pastTheBoundNewShapesAreNotSharedAndKnownOnesStillAre() {
        Shapes shapes = new Shapes(3);
        Shape early = doc(shapes, "a", "b").shape();
        doc(shapes, "fills", "up");

        assertThat(doc(shapes, "late", "comer").shape())
                .isNotSameAs(doc(shapes, "late", "comer").shape());
        assertThat(doc(shapes, "late", "comer").get("comer")).isEqualTo("field of comer");
        assertThat(doc(shapes, "a", "b").shape()).isSameAs(early);
    }

    /** Fields that were read once counted against the bound, so that a large body soon shared nothing new. */
    @Test
    void readingTheSameShapesAgainDoesNotUseUpTheBound() {
        Shapes shapes = new Shapes(4);
        for (int i = 0; i < 100; i++) {
            doc(shapes, "a", "b");
        }

        assertThat(doc(shapes, "c", "d").shape()).isSameAs(doc(shapes, "c", "d").shape());
    }

    @Test
    void threadsThatReadTheSameKeysAtOnceGetOneShape() {
        Shapes shapes = new Shapes();
        Set<Shape> seen = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            Doc doc = doc(shapes, "a", "b", "c" + i % 7);
            assertThat(doc.get("c" + i % 7)).isEqualTo("field of c" + i % 7);
            seen.add(doc.shape());
        });

        assertThat(seen).hasSize(7);
    }

    private static Doc doc(Shapes shapes, String... keys) {
        Doc.Builder builder = Doc.builder(shapes);
        for (String key : keys) {
            builder.put(key, "field of " + key);
        }
        return builder.build();
    }
}
