package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    private static final Unknown UNKNOWN = Unknown.because(Cause.notCollected("ec2:DescribeInstances", ""));
    private static final Doc ROOT = Doc.of(
            "Rules",
            DocList.of(Doc.of("Cidr", "10.0.0.0/8"), Doc.of("Cidr", UNKNOWN), 3L),
            "Policy",
            UNKNOWN,
            "Name",
            "a");

    @Test
    void aPathLeadsThroughObjectsAndLists() {
        assertThat(Paths.get(ROOT, "Rules[0].Cidr")).isEqualTo("10.0.0.0/8");
        assertThat(Paths.get(ROOT, "Rules[2]")).isEqualTo(3L);
        assertThat(Paths.get(ROOT, "")).isSameAs(ROOT);
    }

    @Test
    void aPathThatLeadsNowhereIsAbsent() {
        assertThat(Paths.get(ROOT, "Nothing.At[7].All")).isSameAs(Absent.ABSENT);
        assertThat(Paths.get(ROOT, "Rules[3]")).isSameAs(Absent.ABSENT);
        assertThat(Paths.get(ROOT, "Rules.Cidr")).isSameAs(Absent.ABSENT);
        assertThat(Paths.get(ROOT, "Name[0]")).isSameAs(Absent.ABSENT);
        assertThat(Paths.get(ROOT, "Rules[99999999999999]")).isSameAs(Absent.ABSENT);
    }

    @Test
    void aPathThroughAnUnknownIsUnknown() {
        assertThat(Paths.get(ROOT, "Policy.Statement[0].Effect")).isEqualTo(UNKNOWN);
        assertThat(Paths.get(ROOT, "Rules[1].Cidr")).isEqualTo(UNKNOWN);
    }

    @Test
    void settingReplacesOneFieldAndKeepsTheRest() {
        Doc changed = Paths.set(ROOT, "Rules[0].Cidr", UNKNOWN);

        assertThat(Paths.get(changed, "Rules[0].Cidr")).isEqualTo(UNKNOWN);
        assertThat(changed.with("Rules", ROOT.get("Rules"))).isEqualTo(ROOT);
    }

    @Test
    void settingMakesTheObjectsOnTheWay() {
        assertThat(Paths.set(ROOT, "A.B.C", 1L).get("A")).isEqualTo(Doc.of("B", Doc.of("C", 1L)));
    }

    @Test
    void whatLiesBelowAnUnknownStaysUnknown() {
        assertThat(Paths.set(ROOT, "Policy.Statement", "known")).isEqualTo(ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", "[0]", "Rules[3]", "Rules[3].Cidr", "Name[0]", "New[0]"})
    void aPlaceThatIsNotThereCannotBeSet(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Paths.set(ROOT, path, UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "a.b", "", ".", "[0]", "[\"", "\"]", "say \"hi\"", "back\\slash", "\\", "a\nb", "桶", "0"
            })
    void aKeyOfAnyTextIsFoundAgainByItsPath(String key) {
        Doc doc = Doc.of("tags", Doc.of("a", "before", key, Doc.of("below", 1L), "z", "after"));
        String path = Paths.below(Paths.below(Paths.below("", "tags"), key), "below");

        assertThat(Paths.get(doc, path)).isEqualTo(1L);
        assertThat(Paths.get(Paths.set(doc, path, 2L), path)).isEqualTo(2L);
        assertThat(Paths.set(doc, path, 1L)).isEqualTo(doc);
    }

    @Test
    void plainKeysAreWrittenWithDotsAndOthersInQuotes() {
        assertThat(Paths.below("attributes", "Policy")).isEqualTo("attributes.Policy");
        assertThat(Paths.below("tags", "k8s.io/name")).isEqualTo("tags[\"k8s.io/name\"]");
    }

    @Test
    void aKeyOfAnyLengthIsFound() {
        String key = ".\"\\".repeat(100_000);

        assertThat(Paths.get(Doc.of(key, 1L), Paths.below("", key))).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"", "[\"a", "[\"a\\", "a[", "a]", "[x]"})
    void aPathThatIsCutOffDoesNoHarm(String path) {
        assertThat(Paths.get(ROOT, path)).isSameAs(Absent.ABSENT);
    }
}
