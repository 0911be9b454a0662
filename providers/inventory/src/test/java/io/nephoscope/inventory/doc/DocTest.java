package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocTest {
    @Test
    void whereAnObjectMayHaveMoreFieldsOneThatItDoesNotNameIsUnknown() {
        Unknown untold = Unknown.because(Cause.notCollected("toy:GetTags", ""));

        assertThat(Doc.of("a", "1", Doc.OTHERS, untold).get("a")).isEqualTo("1");
        assertThat(Doc.of("a", "1", Doc.OTHERS, untold).get("b")).isEqualTo(untold);
        assertThat(Doc.of("a", "1", Doc.OTHERS, "star").get("b")).isEqualTo(Absent.ABSENT);
    }

    private static final Unknown UNKNOWN = Unknown.because(Cause.notCollected("s3:GetBucketPolicy", ""));

    @Test
    void aKeyThatIsNotThereReadsAsAbsent() {
        assertThat(Doc.of("a", 1L).get("b")).isSameAs(Absent.ABSENT);
        assertThat(Doc.empty().get("")).isSameAs(Absent.ABSENT);
    }

    @Test
    void aKeyThatComesTwiceKeepsItsPlaceAndTakesTheLaterField() {
        Doc doc = Doc.of("a", 1L, "b", 2L, "a", 3L, "b", UNKNOWN);

        assertThat(doc.keys()).containsExactly("a", "b");
        assertThat(doc.get("a")).isEqualTo(3L);
        assertThat(doc.get("b")).isEqualTo(UNKNOWN);
    }

    @Test
    void aKeyThatComesTwiceIsSeenAlsoWhereTheShapeIsKnown() {
        Shapes shapes = new Shapes();
        Doc.builder(shapes).put("a", 1L).put("b", 2L).build();

        Doc doc = Doc.builder(shapes).put("a", 1L).put("b", 2L).put("a", 3L).build();

        assertThat(doc.keys()).containsExactly("a", "b");
        assertThat(doc.get("a")).isEqualTo(3L);
    }

    @Test
    void typedReadsGiveNothingWhereTheFieldIsOfAnotherTypeOrUnknown() {
        Doc doc = Doc.of("number", 1L, "unknown", UNKNOWN);

        assertThat(doc.text("number")).isEmpty();
        assertThat(doc.text("unknown")).isEmpty();
        assertThat(doc.doc("unknown")).isSameAs(Doc.empty());
        assertThat(doc.list("number")).isSameAs(DocList.empty());
    }

    @Test
    void whatDocumentsDoNotHoldIsRefusedAndNotLostWhenItIsWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Doc.of("days", 7))
                .withMessageContaining("days is a java.lang.Integer");
        assertThatIllegalArgumentException().isThrownBy(() -> Doc.of("at", Instant.EPOCH));
        assertThatIllegalArgumentException().isThrownBy(() -> Doc.of("list", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Doc.empty().with("name", null))
                .withMessageContaining("name is null");
    }

    @Test
    void aFieldThatIsSetReplacesTheOneBeforeAndLeavesTheOriginalAlone() {
        Doc before = Doc.of("a", 1L, "b", 2L);

        assertThat(before.with("a", 9L)).isEqualTo(Doc.of("a", 9L, "b", 2L));
        assertThat(before.with("c", 3L).keys()).containsExactly("a", "b", "c");
        assertThat(before).isEqualTo(Doc.of("a", 1L, "b", 2L));
    }

    @Test
    void theOrderOfKeysDoesNotMatterToEquality() {
        Doc one = Doc.of("a", 1L, "b", DocList.of("x"));
        Doc other = Doc.of("b", DocList.of("x"), "a", 1L);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(Doc.of("a", 1L, "b", DocList.of("y")));
        assertThat(one).isNotEqualTo(Doc.of("a", 1L, "c", DocList.of("x")));
        assertThat(one).isNotEqualTo(Doc.of("a", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a.b", "[0]", "\"", "\u0000", "\ud83d\ude00", "\ud800", "__proto__", "桶"})
    void everyTextIsAKey(String key) {
        Doc doc = Doc.of("before", 1L, key, 2L, "after", 3L);

        assertThat(doc.get(key)).isEqualTo(2L);
        assertThat(doc.keys()).containsExactly("before", key, "after");
    }

    @Test
    void keysWhoseHashesCollideAreKeptApart() {
        Doc.Builder builder = Doc.builder(new Shapes());
        List<String> keys = colliding(14);
        for (int i = 0; i < keys.size(); i++) {
            builder.put(keys.get(i), (long) i);
        }
        Doc doc = builder.build();

        assertThat(keys)
                .hasSize(16_384)
                .allMatch(key -> key.hashCode() == keys.get(0).hashCode());
        assertThat(doc.size()).isEqualTo(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(doc.get(keys.get(i))).isEqualTo((long) i);
        }
    }

    /** An object of so many keys took a table for each of its keys once, and all memory with them. */
    @Test
    void anObjectWithVeryManyKeysFitsIntoMemory() {
        Doc.Builder builder = Doc.builder(new Shapes());
        for (long i = 0; i < 200_000; i++) {
            builder.put("key" + i, i);
        }

        assertThat(builder.build().get("key199999")).isEqualTo(199_999L);
    }

    private static List<String> colliding(int doublings) {
        List<String> keys = List.of("");
        for (int i = 0; i < doublings; i++) {
            List<String> longer = new ArrayList<>();
            keys.forEach(key -> {
                longer.add(key + "Aa");
                longer.add(key + "BB");
            });
            keys = longer;
        }
        return keys;
    }
}
